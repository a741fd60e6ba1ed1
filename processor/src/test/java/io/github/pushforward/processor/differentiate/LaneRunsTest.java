package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tangent statements share a loop over the lanes. */
class LaneRunsTest {
    private final Locals locals = new Locals();
    private final Local x = locals.declared("x", Primitive.DOUBLE);
    private final Local xTangent = locals.tangentOf(x);
    private final Local y = locals.declared("y", Primitive.DOUBLE);
    private final Local yTangent = locals.tangentOf(y);
    private final Local z = locals.declared("z", Primitive.DOUBLE);
    private final Local zTangent = locals.tangentOf(z);

    private final Stmt value = new Stmt.Declare(y, product(x, x));
    private final Stmt tangent = new Stmt.Declare(yTangent, product(x, xTangent));
    private final Stmt next = new Stmt.Declare(zTangent, product(y, yTangent));
    private final Stmt function = new Stmt.Declare(zTangent, RuntimeCalls.tangent("times", y.read(), yTangent.read()));
    private final Stmt branch =
            new Stmt.If(new Expr.Literal(Primitive.BOOLEAN, true), new Stmt.Block(List.of(value)), null);

    private static Expr product(Local a, Local b) {
        return new Expr.Binary(BinaryOp.MULTIPLY, a.read(), b.read(), Primitive.DOUBLE);
    }

    private LaneRuns runs(Stmt... statements) {
        return new LaneRuns(locals, new Stmt.Block(List.of(statements)));
    }

    @Test
    void neighboursWithoutBranchesAmongThem() {
        assertThat(runs().of(List.of(value, tangent, value, next))).hasSize(1);
        assertThat(runs().of(List.of(tangent, branch, next)))
                .containsExactly(List.of(tangent), List.of(branch), List.of(next));
    }

    @Test
    void functionsAreKeptApart() {
        assertThat(runs().of(List.of(tangent, value, function, value)))
                .containsExactly(List.of(tangent, value), List.of(function, value));
        assertThat(runs().of(List.of(function, function))).hasSize(1);
    }

    @Test
    void whatOnlyOneRunNeedsIsANumber() {
        assertThat(runs(tangent, next).isWithinOne(yTangent)).isTrue();
        assertThat(runs(tangent, function).isWithinOne(yTangent)).isFalse();
        assertThat(runs(tangent, branch, next).isWithinOne(yTangent)).isFalse();
        Stmt later = new Stmt.Declare(yTangent, null);
        assertThat(runs(later, Assignments.set(yTangent, xTangent.read())).isWithinOne(yTangent))
                .as("declared without a value")
                .isFalse();
        assertThat(runs(new Stmt.If(new Expr.Literal(Primitive.BOOLEAN, true), tangent, next))
                        .isWithinOne(yTangent))
                .as("in two branches")
                .isFalse();
    }
}
