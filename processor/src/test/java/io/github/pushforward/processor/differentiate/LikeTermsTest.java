package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import org.junit.jupiter.api.Test;

/** Sums of two terms in one tangent, sign by sign, and what is left as it is. */
class LikeTermsTest {
    private final Locals locals = new Locals();
    private final TangentLocals tangents = new TangentLocals(locals);
    private final Expr a = read("a", Primitive.DOUBLE);
    private final Expr b = read("b", Primitive.DOUBLE);
    private final Expr m = read("m", Primitive.INT);
    private final Expr n = read("n", Primitive.INT);
    private final Expr dx = tangent("x");
    private final Expr dy = tangent("y");

    private Expr read(String name, Type type) {
        return locals.declared(name, type).read();
    }

    private Expr tangent(String name) {
        return tangents.of(locals.declared(name, Primitive.DOUBLE)).read();
    }

    private static Expr times(Expr left, Expr right) {
        return Simplify.times(left, right);
    }

    private static Expr over(Expr left, Expr right) {
        return Simplify.divide(left, right);
    }

    private static Expr plus(Expr left, Expr right) {
        return Simplify.binary(BinaryOp.PLUS, left, right);
    }

    private static Expr minus(Expr left, Expr right) {
        return Simplify.binary(BinaryOp.MINUS, left, right);
    }

    private static Expr minus(Expr operand) {
        return new Expr.Unary(UnaryOp.MINUS, operand, operand.type());
    }

    private static Expr number(int value) {
        return Simplify.number(value);
    }

    private Expr collected(Expr sum) {
        return new LikeTerms(tangents).collected(sum, known -> known);
    }

    @Test
    void factorsAreAdded() {
        assertThat(collected(plus(times(a, dx), times(b, dx)))).isEqualTo(times(plus(a, b), dx));
        assertThat(collected(plus(times(dx, a), dx))).isEqualTo(times(plus(a, number(1)), dx));
        assertThat(collected(plus(times(a, times(plus(b, n), dx)), times(n, dx))))
                .isEqualTo(times(plus(times(a, plus(b, n)), n), dx));
        assertThat(collected(plus(times(times(minus(a, n), dx), b), dx)))
                .isEqualTo(times(plus(times(minus(a, n), b), number(1)), dx));
    }

    @Test
    void signsGoIntoTheSum() {
        Expr ax = times(a, dx);
        Expr bx = times(b, dx);

        assertThat(collected(minus(ax, bx))).isEqualTo(times(minus(a, b), dx));
        assertThat(collected(plus(ax, minus(bx)))).isEqualTo(times(minus(a, b), dx));
        assertThat(collected(minus(ax, minus(bx)))).isEqualTo(times(plus(a, b), dx));
        assertThat(collected(plus(minus(ax), bx))).isEqualTo(times(minus(b, a), dx));
        assertThat(collected(minus(minus(ax), minus(bx)))).isEqualTo(times(minus(b, a), dx));
        assertThat(collected(minus(minus(ax), bx))).isEqualTo(times(minus(minus(b), a), dx));
        assertThat(collected(plus(minus(ax), minus(bx)))).isEqualTo(times(minus(minus(b), a), dx));
    }

    @Test
    void equalTermsAreDoubled() {
        assertThat(collected(plus(dx, dx))).isEqualTo(times(number(2), dx));
        assertThat(collected(minus(minus(dx), dx))).isEqualTo(times(number(-2), dx));
        assertThat(collected(plus(times(a, dx), times(a, dx)))).isEqualTo(times(times(number(2), a), dx));
        assertThat(collected(minus(minus(times(a, dx)), times(a, dx)))).isEqualTo(times(times(number(-2), a), dx));
        assertThat(collected(minus(times(a, dx), times(a, dx)))).isEqualTo(times(minus(a, a), dx));
    }

    /** A factor that is in a variable is known by that. */
    @Test
    void equalFactorsAreFoundByTheirVariable() {
        Expr product = times(a, b);
        Expr variable = read("p", Primitive.DOUBLE);
        Expr sum = new LikeTerms(tangents)
                .collected(
                        plus(times(product, dx), times(variable, dx)),
                        factor -> factor.equals(product) ? variable : factor);

        assertThat(sum).isEqualTo(times(times(number(2), variable), dx));
    }

    /** 1/y may overflow where ẋ/y does not. */
    @Test
    void quotients() {
        Expr quotient = over(dx, a);

        assertThat(collected(plus(quotient, over(dx, a)))).isEqualTo(times(number(2), quotient));
        assertThat(collected(plus(quotient, over(dx, b)))).isEqualTo(plus(quotient, over(dx, b)));
        assertThat(collected(plus(over(times(plus(a, b), dx), b), dx)))
                .isEqualTo(times(plus(over(plus(a, b), b), number(1)), dx));
        assertThat(collected(plus(over(minus(dx), a), quotient)))
                .isEqualTo(times(minus(number(1), number(1)), quotient));
    }

    /** a·(b·ẋ) may be a number where a·b is none, unless the value has a·b as well. */
    @Test
    void productsOfFactorsAreNotMade() {
        Expr product = times(a, b);
        Expr sum = plus(times(a, times(b, dx)), times(n, dx));
        Expr variable = read("p", Primitive.DOUBLE);

        assertThat(collected(sum)).isSameAs(sum);
        assertThat(new LikeTerms(tangents).collected(sum, factor -> factor.equals(product) ? variable : factor))
                .isEqualTo(times(plus(variable, n), dx));
    }

    /** What the value computes on its way is a number wherever the value is one. */
    @Test
    void productsThatTheValueHasAreMade() {
        ComputedValues values = new ComputedValues();
        values.add(times(b, a));
        Expr sum = plus(times(a, times(b, dx)), times(n, dx));

        assertThat(new LikeTerms(tangents).collected(sum, values)).isEqualTo(times(plus(times(b, a), n), dx));
        assertThat(new LikeTerms(tangents).collected(sum, new ComputedValues())).isSameAs(sum);
    }

    /** Horner's scheme with differences: the sum has a minus before it. */
    @Test
    void factorsGoIntoNegativeSums() {
        Expr inner = times(minus(minus(a, b)), dx);

        assertThat(collected(plus(times(n, dx), times(b, inner))))
                .isEqualTo(times(plus(n, times(b, minus(minus(a, b)))), dx));
    }

    /** What would be computed of integers alone, and could overflow, is left alone. */
    @Test
    void integersAreNotAdded() {
        for (Expr sum : new Expr[] {
            plus(times(n, dx), times(m, dx)),
            plus(times(n, times(m, dx)), times(a, dx)),
            plus(over(times(n, dx), m), times(a, dx))
        }) {
            assertThat(collected(sum)).isSameAs(sum);
        }
        assertThat(collected(plus(times(n, dx), times(a, dx)))).isEqualTo(times(plus(n, a), dx));
        assertThat(collected(plus(times(n, dx), times(n, dx)))).isEqualTo(times(times(number(2), n), dx));
    }

    /** {@code 0.457f * (3 * ẋ)} is a product of type double, {@code 0.457f * 3} one of type float: seed 7921 of the random programs. */
    @Test
    void factorsAreNotRoundedToFloat() {
        Expr single = read("f", Primitive.FLOAT);
        Expr other = read("g", Primitive.FLOAT);
        for (Expr sum : new Expr[] {
            plus(dx, times(single, times(n, dx))), plus(times(single, dx), times(other, dx)),
        }) {
            assertThat(collected(sum)).isSameAs(sum);
        }
        Expr singleTangent = tangents.of(locals.declared("z", Primitive.FLOAT)).read();

        assertThat(collected(plus(times(single, singleTangent), times(other, singleTangent))))
                .isEqualTo(times(plus(single, other), singleTangent));
    }

    @Test
    void whatIsNotAlikeStaysApart() {
        Expr choice = new Expr.Conditional(read("flag", Primitive.BOOLEAN), dx, dy, Primitive.DOUBLE);
        for (Expr sum : new Expr[] {
            plus(times(a, dx), times(b, dy)),
            plus(choice, choice),
            plus(dx, choice),
            times(dx, dy),
            plus(times(dx, dy), times(dx, dy)),
            plus(over(a, dx), over(a, dx)),
            dx
        }) {
            assertThat(collected(sum)).isSameAs(sum);
        }
    }

    /** Half of what a tangent method gave is a tangent as well. */
    @Test
    void tangentsOfCalls() {
        Local dual = locals.declared("dual", new DualType(Primitive.DOUBLE));
        Expr value = new Expr.DualPart(dual.read(), DualHalf.VALUE);
        Expr part = new Expr.DualPart(dual.read(), DualHalf.TANGENT);

        assertThat(collected(plus(times(a, part), times(value, part)))).isEqualTo(times(plus(a, value), part));
        Expr both = plus(times(part, dx), dx);
        assertThat(collected(both)).isSameAs(both);
    }
}
