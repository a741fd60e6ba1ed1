package io.github.pushforward.runtime;

/**
 * A value with its derivatives along 2 directions, from one pass: what lane forms of tangent methods return. Generated code makes
 * and reads these.
 */
public record Dual2(double value, double tangent0, double tangent1) {

    /**
     * Hands the derivatives over.
     *
     * @param tangents receives them, of length 2 at least
     * @return the value
     */
    public double store(double[] tangents) {
        tangents[0] = tangent0;
        tangents[1] = tangent1;
        return value;
    }
}
