package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is computed once for all lanes: whatever costs something, as long as no exception comes before another. */
class HoistTest {
    private static final ClassType POINT = ClassType.of("demo", "Point");

    private final Locals locals = new Locals();
    private final Local x = locals.declared("x", Primitive.DOUBLE);
    private final Local array = locals.declared("array", new ArrayType(Primitive.DOUBLE));
    private final Local point = locals.declared("point", POINT);
    private final Expr element = new Expr.Element(array.read(), new Expr.Literal(Primitive.INT, 1));
    private final Expr product = new Expr.Binary(BinaryOp.MULTIPLY, x.read(), x.read(), Primitive.DOUBLE);
    private final Expr length = new Expr.Length(array.read());

    private final List<Stmt> out = new ArrayList<>();
    private final Hoist hoist = new Hoist(new LaneLocals(locals, 2), out);

    private boolean isHoisted(Expr expression) {
        int before = out.size();
        Expr offered = hoist.offer(expression);
        boolean isDeclared = out.size() > before;
        assertThat(offered instanceof Expr.Read && !offered.equals(expression)).isEqualTo(isDeclared);
        return isDeclared;
    }

    private static Expr field(Expr object) {
        return new Expr.Field(object, POINT, "x", Primitive.DOUBLE, "x", Shadow.NONE, Span.NONE);
    }

    @Test
    void whatCostsSomething() {
        Local points = locals.declared("points", new ArrayType(POINT));
        Expr first = new Expr.Element(points.read(), new Expr.Literal(Primitive.INT, 0));
        Local duals = locals.declared("duals", new ArrayType(new DualType(Primitive.DOUBLE)));
        Expr dual = new Expr.Element(duals.read(), new Expr.Literal(Primitive.INT, 0));

        assertThat(isHoisted(product)).isTrue();
        assertThat(isHoisted(element)).isTrue();
        assertThat(isHoisted(field(first))).isTrue();
        assertThat(isHoisted(new Expr.DualPart(dual, DualHalf.VALUE))).isTrue();
        assertThat(isHoisted(new Expr.Cast(Primitive.DOUBLE, product, Span.NONE)))
                .isTrue();
    }

    /** A variable for it would be one more name for the same. */
    @Test
    void notWhatCostsAsMuchAsAVariable() {
        Local dual = locals.declared("dual", new DualType(Primitive.DOUBLE));
        Local single = locals.declared("single", Primitive.FLOAT);

        assertThat(isHoisted(x.read())).isFalse();
        assertThat(isHoisted(field(point.read()))).isFalse();
        assertThat(isHoisted(new Expr.DualPart(dual.read(), DualHalf.TANGENT))).isFalse();
        assertThat(isHoisted(new Expr.Unary(UnaryOp.MINUS, x.read(), Primitive.DOUBLE)))
                .isFalse();
        assertThat(isHoisted(new Expr.Cast(Primitive.DOUBLE, single.read(), Span.NONE)))
                .isFalse();
    }

    @Test
    void onceForEqualExpressions() {
        Expr first = hoist.offer(product);

        assertThat(hoist.offer(product)).isEqualTo(first);
        assertThat(out).hasSize(1);
    }

    @Test
    void notWhatThrowsAfterSomethingElseMayHave() {
        hoist.passes(length);

        assertThat(isHoisted(element)).isFalse();
        assertThat(isHoisted(product)).isTrue();
    }

    @Test
    void whatThrowsAfterWhatDoesNot() {
        hoist.passes(product);
        hoist.passesNode(product);

        assertThat(isHoisted(element)).isTrue();
    }

    /** The operands have been seen to before. */
    @Test
    void whatThrowsAfterANodeOverSuchOperands() {
        hoist.passesNode(new Expr.Binary(BinaryOp.MULTIPLY, element, x.read(), Primitive.DOUBLE));
        assertThat(isHoisted(element)).isTrue();

        hoist.passesNode(element);
        assertThat(isHoisted(length)).isFalse();
    }

    /** It stays where it is for what it does, and throws there, before what comes after it. */
    @Test
    void notWhatThrowsAfterAnEffectThatMayThrow() {
        Callee drawn = new Callee(POINT, "drawn", List.of(), Primitive.DOUBLE, Callee.Kind.FOREIGN, List.of(), false);

        assertThat(isHoisted(new Expr.Call(drawn, List.of(), Span.NONE))).isFalse();
        assertThat(isHoisted(element)).isFalse();
    }

    @Test
    void whatThrowsAfterAnEffectThatDoesNot() {
        assertThat(isHoisted(new Expr.Step(x.read(), true, false, Span.NONE))).isFalse();
        assertThat(isHoisted(element)).isTrue();
    }

    @Test
    void nothingUnderACondition() {
        assertThat(hoist.none().offer(product)).isSameAs(product);
        assertThat(out).isEmpty();
    }
}
