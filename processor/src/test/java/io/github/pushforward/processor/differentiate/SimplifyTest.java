package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.UnaryOp;
import org.junit.jupiter.api.Test;

/** Tangents as they are put together: a zero is {@code null}, and a sign goes where it costs nothing. */
class SimplifyTest {
    private static final Expr A = new Local(0, "a", Primitive.DOUBLE, false).read();
    private static final Expr B = new Local(1, "b", Primitive.DOUBLE, false).read();
    private static final Expr SINGLE = new Local(2, "s", Primitive.FLOAT, false).read();

    private static Expr minus(Expr operand) {
        return new Expr.Unary(UnaryOp.MINUS, operand, operand.type());
    }

    private static Expr binary(BinaryOp op, Expr left, Expr right) {
        return new Expr.Binary(op, left, right, Primitive.DOUBLE);
    }

    @Test
    void sums() {
        assertThat(Simplify.plus(null, null)).isNull();
        assertThat(Simplify.plus(A, null)).isSameAs(A);
        assertThat(Simplify.plus(null, B)).isSameAs(B);
        assertThat(Simplify.plus(A, B)).isEqualTo(binary(BinaryOp.PLUS, A, B));
        assertThat(Simplify.plus(A, minus(B))).isEqualTo(binary(BinaryOp.MINUS, A, B));
        Expr plus = new Expr.Unary(UnaryOp.PLUS, B, Primitive.DOUBLE);
        assertThat(Simplify.plus(A, plus)).isEqualTo(binary(BinaryOp.PLUS, A, plus));
    }

    @Test
    void differences() {
        assertThat(Simplify.minus(null, null)).isNull();
        assertThat(Simplify.minus(A, null)).isSameAs(A);
        assertThat(Simplify.minus(null, B)).isEqualTo(minus(B));
        assertThat(Simplify.minus(null, minus(B))).isEqualTo(B);
        assertThat(Simplify.minus(A, B)).isEqualTo(binary(BinaryOp.MINUS, A, B));
        assertThat(Simplify.minus(A, minus(B))).isEqualTo(binary(BinaryOp.PLUS, A, B));
        Expr plus = new Expr.Unary(UnaryOp.PLUS, B, Primitive.DOUBLE);
        assertThat(Simplify.minus(A, plus)).isEqualTo(binary(BinaryOp.MINUS, A, plus));
    }

    /** The sign of a product is that of its first factor, to the last bit; that of a sum is not. */
    @Test
    void signs() {
        assertThat(Simplify.negate(null)).isNull();
        assertThat(Simplify.negate(A)).isEqualTo(minus(A));
        assertThat(Simplify.negate(minus(A))).isEqualTo(A);
        Expr plus = new Expr.Unary(UnaryOp.PLUS, A, Primitive.DOUBLE);
        assertThat(Simplify.negate(plus)).isEqualTo(minus(plus));
        assertThat(Simplify.negate(binary(BinaryOp.MULTIPLY, A, B))).isEqualTo(binary(BinaryOp.MULTIPLY, minus(A), B));
        assertThat(Simplify.negate(binary(BinaryOp.DIVIDE, minus(A), B))).isEqualTo(binary(BinaryOp.DIVIDE, A, B));
        assertThat(Simplify.negate(binary(BinaryOp.PLUS, A, B))).isEqualTo(minus(binary(BinaryOp.PLUS, A, B)));
    }

    @Test
    void signsOfTheSource() {
        assertThat(Simplify.signed(new Expr.Unary(UnaryOp.PLUS, A, Primitive.DOUBLE)))
                .isEqualTo(A);
        assertThat(Simplify.signed((Expr.Unary) minus(A))).isEqualTo(minus(A));
        assertThat(Simplify.signed((Expr.Unary) minus(minus(A)))).isEqualTo(A);
        Expr plus = new Expr.Unary(UnaryOp.PLUS, A, Primitive.DOUBLE);
        assertThat(Simplify.signed((Expr.Unary) minus(plus))).isEqualTo(minus(plus));
    }

    @Test
    void casts() {
        Expr idle = new Expr.Cast(Primitive.DOUBLE, A, Span.NONE);
        Expr narrow = new Expr.Cast(Primitive.FLOAT, A, Span.NONE);

        assertThat(Simplify.cast(idle)).isEqualTo(A);
        assertThat(Simplify.cast(narrow)).isEqualTo(narrow);
        assertThat(Simplify.cast(A)).isEqualTo(A);
    }

    /** Rules compute in {@code double}; the tangent of a {@code float} is one, and that of a box is no box. */
    @Test
    void typesOfTangents() {
        assertThat(Simplify.as(Primitive.FLOAT, A)).isEqualTo(new Expr.Cast(Primitive.FLOAT, A, Span.NONE));
        assertThat(Simplify.as(Primitive.FLOAT, SINGLE)).isEqualTo(SINGLE);
        assertThat(Simplify.as(Primitive.DOUBLE, A)).isEqualTo(A);
        assertThat(Simplify.as(Primitive.FLOAT, null)).isNull();
        ClassType box = ClassType.of("java.lang", "Float");
        assertThat(Simplify.as(box, A)).isEqualTo(new Expr.Cast(Primitive.FLOAT, A, Span.NONE));
        assertThat(Simplify.zero(Primitive.FLOAT)).isEqualTo(new Expr.Literal(Primitive.FLOAT, 0.0f));
        assertThat(Simplify.zero(box)).isEqualTo(new Expr.Literal(Primitive.FLOAT, 0.0f));
        assertThat(Simplify.zero(Primitive.DOUBLE)).isEqualTo(Simplify.number(0));
    }

    @Test
    void arithmeticHasThePromotedType() {
        assertThat(Simplify.times(SINGLE, A).type()).isEqualTo(Primitive.DOUBLE);
        assertThat(Simplify.divide(SINGLE, SINGLE).type()).isEqualTo(Primitive.FLOAT);
        assertThat(Simplify.orZero(null)).isEqualTo(Simplify.number(0));
        assertThat(Simplify.orZero(A)).isSameAs(A);
    }
}
