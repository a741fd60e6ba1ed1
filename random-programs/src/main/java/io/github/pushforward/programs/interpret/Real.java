package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Primitive;

/**
 * A dual number, with a bound on how far another correct evaluation of the tangent may be away. Values are those of the program
 * to the last bit, so that the bound follows from rounding in tangents alone: it grows where terms cancel, and only there.
 *
 * @param value as the program has it; one of type {@code float} is exact
 * @param tangent its derivative along the direction of the run
 * @param error infinite or NaN where nothing can be said of the tangent
 */
public record Real(double value, double tangent, double error) {
    private static final double DOUBLE_UNIT = 0x1p-50;
    private static final double FLOAT_UNIT = 0x1p-21;

    /** What underflow may cost. */
    private static final double DOUBLE_TINY = 0x1p-1070;

    private static final double FLOAT_TINY = 0x1p-145;

    /** Beyond this, {@code float} tangents may overflow on the way. */
    private static final double FLOAT_LARGE = 0x1p120;

    /** A number that does not depend on the inputs. */
    public static Real constant(double value) {
        return new Real(value, 0, 0);
    }

    /** An input. */
    public static Real input(double value, double tangent) {
        return new Real(value, tangent, 0);
    }

    /** A number whose tangent cannot be compared. */
    static Real unknown(double value) {
        return new Real(value, Double.NaN, Double.NaN);
    }

    /** Whether the tangent can be compared with another evaluation of it. */
    public boolean isComparable() {
        return Double.isFinite(tangent) && Double.isFinite(error);
    }

    /** Whether the tangent is zero however it is computed. */
    boolean isStill() {
        return tangent == 0 && error == 0;
    }

    /**
     * The result of an operation.
     *
     * @param size the sum of the sizes of the terms that the tangent is the sum of: rounding is relative to it
     * @param inherited what the errors of the operands come to
     */
    static Real of(Primitive type, double value, double tangent, double inherited, double size) {
        if (tangent == 0 && inherited == 0 && size == 0) {
            return constant(value);
        }
        if (type == Primitive.FLOAT) {
            double error = size < FLOAT_LARGE ? inherited + FLOAT_UNIT * size + FLOAT_TINY : Double.NaN;
            return new Real(value, tangent, error);
        }
        return new Real(value, tangent, inherited + DOUBLE_UNIT * size + DOUBLE_TINY);
    }
}
