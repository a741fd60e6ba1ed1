package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be written down twice, and what stands for the tangent of what is new. */
class RepeatableTest {
    private static final ClassType SHAPE = new ClassType("demo", List.of("Shape"), List.of(), ClassType.Holding.VALUES);
    private static final ClassType SQUARE =
            new ClassType("demo", List.of("Square"), List.of(), ClassType.Holding.BARRED);
    private static final ClassType SHAPE_TANGENT = ClassType.of("demo", "ShapeTangent");
    private static final Expr THREE = new Expr.Literal(Primitive.INT, 3);

    @Test
    void partsOfDualsThatHaveNames() {
        DualType type = new DualType(Primitive.DOUBLE);
        Expr named = new Local(0, "d", type, false).read();
        Expr called = new Expr.Call(
                new Callee(ClassType.of("demo", "Demo"), "f", List.of(), type, Callee.Kind.TANGENT, List.of(), false),
                List.of(),
                Span.NONE);

        assertThat(Repeatable.is(new Expr.DualPart(named, DualHalf.VALUE))).isTrue();
        assertThat(Repeatable.is(new Expr.DualPart(called, DualHalf.VALUE))).isFalse();
    }

    /** {@code Shape[] shapes = new Square[3]}, where squares hold nothing active: the tangents are those of shapes. */
    @Test
    void anArrayOfWhatHasNoTangent() {
        Expr made = new Expr.NewArray(new ArrayType(SQUARE), List.of(THREE));

        assertThat(Repeatable.shadowOfNew(made, new ArrayType(SHAPE)))
                .isEqualTo(new Expr.NewArray(new ArrayType(SHAPE_TANGENT), List.of(THREE)));
    }

    @Test
    void anArrayOfWhatHasTangents() {
        Expr made = new Expr.NewArray(new ArrayType(SHAPE), List.of(THREE));

        assertThat(Repeatable.shadowOfNew(made, new ArrayType(ClassType.of("java.lang", "Object"))))
                .isEqualTo(new Expr.NewArray(new ArrayType(SHAPE_TANGENT), List.of(THREE)));
    }

    @Test
    void nothing() {
        Expr cast = new Expr.Cast(SHAPE, Expr.Literal.NULL, Span.NONE);

        assertThat(Repeatable.shadowOfNew(Expr.Literal.NULL, SHAPE)).isEqualTo(Expr.Literal.NULL);
        assertThat(Repeatable.shadowOfNew(cast, SHAPE))
                .as("with the type that told methods apart")
                .isEqualTo(new Expr.Cast(SHAPE_TANGENT, Expr.Literal.NULL, Span.NONE));
    }
}
