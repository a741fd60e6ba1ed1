package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lanes share is computed once, before what uses it, and only where it is used. */
class LaneChoicesTest {
    private static final ClassType TANGENTS = ClassType.of("demo", "DemoTangent");
    private static final Type DUAL = new DualType(Primitive.DOUBLE);

    private final Locals locals = new Locals();
    private final Local x = locals.declared("x", Primitive.DOUBLE);
    private final Local c = locals.declared("c", new ArrayType(Primitive.DOUBLE));
    private final Local flag = locals.declared("flag", Primitive.BOOLEAN);
    private final Local xTangent = locals.tangentOf(x);

    /** {@code c[9] * xTangent}. */
    private final Expr scaled = times(
            new Expr.Element(c.read(), new Expr.Literal(Primitive.INT, 9)),
            times(new Expr.Element(c.read(), new Expr.Literal(Primitive.INT, 8)), xTangent.read()));

    private static Expr times(Expr left, Expr right) {
        return new Expr.Binary(BinaryOp.MULTIPLY, left, right, Primitive.DOUBLE);
    }

    private List<Stmt> statements(Stmt... statements) {
        List<Local> parameters = List.of(x, c, flag, xTangent);
        Callee callee = new Callee(
                TANGENTS,
                "f",
                parameters.stream().map(Local::type).toList(),
                DUAL,
                Callee.Kind.TANGENT,
                List.of(false, false, false, true),
                false);
        Method tangent = new Method(
                callee,
                Access.PACKAGE,
                parameters.stream().map(local -> new Parameter(local, false)).toList(),
                new Stmt.Block(List.of(statements)),
                Dispatch.NONE,
                locals,
                Set.of(),
                Span.NONE);
        return LaneTransform.of(tangent, 2).method().body().statements();
    }

    private static long reads(List<Stmt> statements, Local local) {
        return statements.stream()
                .flatMap(Stmt::allExpressions)
                .filter(local.read()::equals)
                .count();
    }

    private Expr choice() {
        return new Expr.Conditional(flag.read(), scaled, xTangent.read(), Primitive.DOUBLE);
    }

    private Stmt returned(Expr tangent) {
        return new Stmt.Return(new Expr.NewDual(Primitive.DOUBLE, x.read(), tangent));
    }

    @Test
    void aVariableThatIsChosenIsSoForAllLanesAtOnce() {
        Local y = locals.tangentOf(locals.declared("y", Primitive.DOUBLE));

        List<Stmt> declared = statements(new Stmt.Declare(y, choice()), returned(y.read()));
        List<Stmt> assigned = statements(
                new Stmt.Declare(y, xTangent.read()),
                new Stmt.Evaluate(new Expr.Assign(y.read(), choice(), Span.NONE)),
                returned(y.read()));

        for (List<Stmt> statements : List.of(declared, assigned)) {
            assertThat(statements).filteredOn(Stmt.If.class::isInstance).hasSize(1);
            assertThat(reads(statements, flag)).isEqualTo(1);
        }
    }

    /** There may be no such element where the other is chosen. */
    @Test
    void nothingIsComputedBeforeItIsChosen() {
        List<Stmt> statements =
                statements(returned(new Expr.Binary(BinaryOp.PLUS, xTangent.read(), choice(), Primitive.DOUBLE)));

        assertThat(statements).singleElement().isInstanceOf(Stmt.Return.class);
        assertThat(reads(statements, flag)).isEqualTo(2);
    }

    /** What another method gives is given on. */
    @Test
    void whatLanesShareInACallIsComputedOnce() {
        Callee other = new Callee(
                ClassType.of("demo", "OtherTangent"),
                "g",
                List.of(Primitive.DOUBLE, Primitive.DOUBLE),
                DUAL,
                Callee.Kind.TANGENT,
                List.of(false, true),
                false);
        Expr squared = times(times(x.read(), x.read()), xTangent.read());

        List<Stmt> statements =
                statements(new Stmt.Return(new Expr.Call(other, List.of(x.read(), squared), Span.NONE)));

        assertThat(statements).hasSize(2);
        assertThat(reads(statements, x)).isEqualTo(3);
    }
}
