package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be overwritten, and what may fail first: values and tangents that live in arrays and objects. */
class TangentMemoryTest {
    private static final ClassType POINT = ClassType.of("demo", "Point");
    private static final ArrayType VECTOR = new ArrayType(Primitive.DOUBLE);

    private final Locals locals = new Locals();
    private final TangentLocals tangents = new TangentLocals(locals);
    private final PrimalMemory memory = new PrimalMemory(tangents);
    private final ThrowOrder order = new ThrowOrder(tangents);

    private final Local vector = locals.declared("vector", VECTOR);
    private final Local vectorTangent = tangents.of(vector);
    private final Local point = locals.declared("point", POINT);
    private final Local pointTangent = tangents.of(point);
    private final Local other = locals.declared("other", POINT);

    private static Expr field(Expr object) {
        return new Expr.Field(object, POINT, "x", Primitive.DOUBLE, "x", Shadow.NONE, Span.NONE);
    }

    private static Expr choice(Local whenTrue, Local whenFalse) {
        return new Expr.Conditional(
                new Expr.Literal(Primitive.BOOLEAN, true), whenTrue.read(), whenFalse.read(), VECTOR);
    }

    @Test
    void fieldsOfTangentsHoldNoValues() {
        assertThat(memory.isPrimal(field(point.read()))).isTrue();
        assertThat(memory.isPrimal(field(pointTangent.read()))).isFalse();
    }

    @Test
    void oneOfTwoArraysIsEnough() {
        assertThat(memory.isPrimal(choice(vectorTangent, vectorTangent))).isFalse();
        assertThat(memory.isPrimal(choice(vector, vectorTangent))).isTrue();
        assertThat(memory.isPrimal(choice(vectorTangent, vector))).isTrue();
    }

    /** A method that is a tangent method already has values with tangents, both of which are values to it. */
    @Test
    void halvesOfADualOfTheSourceAreBothValues() {
        Local dual = locals.declared("dual", new DualType(VECTOR));
        Local dualTangent = tangents.of(dual);

        for (DualHalf half : DualHalf.values()) {
            assertThat(memory.isPrimal(new Expr.DualPart(dual.read(), half))).isTrue();
            assertThat(memory.isPrimal(new Expr.DualPart(dualTangent.read(), half)))
                    .isFalse();
        }
    }

    @Test
    void ofADualThatACallGivesTheFirstHalf() {
        Local dual = locals.declared("dual", new DualType(VECTOR));

        assertThat(memory.isPrimal(new Expr.DualPart(dual.read(), DualHalf.VALUE)))
                .isTrue();
        assertThat(memory.isPrimal(new Expr.DualPart(dual.read(), DualHalf.TANGENT)))
                .isFalse();
    }

    /** A value and its tangent are null together. */
    @Test
    void objectsAndTheirTangentsFailAlike() {
        assertThat(order.mayPrecede(List.of(field(pointTangent.read())), List.of(field(point.read()))))
                .isTrue();
        assertThat(order.mayPrecede(
                        List.of(field(pointTangent.read()), field(pointTangent.read())), List.of(field(point.read()))))
                .isTrue();
    }

    @Test
    void otherObjectsMayFailFirst() {
        assertThat(order.mayPrecede(List.of(field(other.read())), List.of(field(point.read()))))
                .isFalse();
        assertThat(order.mayPrecede(
                        List.of(field(other.read()), field(point.read())),
                        List.of(field(point.read()), field(other.read()))))
                .isFalse();
    }

    @Test
    void theObjectOfTheMethodIsNeverNull() {
        Local self = locals.receiver("self", POINT);

        assertThat(order.mayPrecede(
                        List.of(field(self.read()), field(pointTangent.read())), List.of(field(point.read()))))
                .isTrue();
    }
}
