package io.github.pushforward.processor.singular;

import org.jspecify.annotations.Nullable;

/**
 * The exact result, rounded to the nearest {@code double}.
 *
 * @param size that of the terms which add up to it: roundings are counted in units of its last place
 */
record Reference(double value, double size) {

    static @Nullable Reference of(String cell) {
        if (cell.equals("*")) {
            return null;
        }
        String[] parts = cell.split("~");
        double value = Double.parseDouble(parts[0]);
        return new Reference(value, parts.length == 1 ? Math.abs(value) : Double.parseDouble(parts[1]));
    }

    /** How many units in the last place a result is off; infinite where NaN, infinities or their signs differ. */
    double ulps(double actual) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.compare(actual, value) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Double.isInfinite(actual)) {
            // The next number after the largest one, as rounding has it
            double largest = Math.copySign(Double.MAX_VALUE, actual);
            return 1 + Math.abs(largest - value) / Math.ulp(Math.max(size, Math.abs(value)));
        }
        double error = Math.abs(actual - value);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error / Math.ulp(Math.max(size, Math.abs(value)));
    }

    /** As {@link #ulps}, for a result that was rounded to {@code float}. */
    double floatUlps(float actual) {
        float rounded = (float) value;
        if (!Float.isFinite(rounded) || !Float.isFinite(actual)) {
            return Float.compare(actual, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs((double) actual - value)
                / Math.ulp((float) Math.min(Float.MAX_VALUE, Math.max(size, Math.abs(value))));
    }
}
