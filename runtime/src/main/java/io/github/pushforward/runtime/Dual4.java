package io.github.pushforward.runtime;

/**
 * A value with its derivatives along 4 directions, from one pass: what lane forms of tangent methods return. Generated code makes
 * and reads these.
 *
 * @param value the value
 * @param tangent0 the derivative along direction 0 of the pass
 * @param tangent1 the derivative along direction 1 of the pass
 * @param tangent2 the derivative along direction 2 of the pass
 * @param tangent3 the derivative along direction 3 of the pass
 */
public record Dual4(double value, double tangent0, double tangent1, double tangent2, double tangent3) {

    /**
     * Hands the derivatives over.
     *
     * @param tangents receives them, of length 4 at least
     * @return the value
     */
    public double store(double[] tangents) {
        tangents[0] = tangent0;
        tangents[1] = tangent1;
        tangents[2] = tangent2;
        tangents[3] = tangent3;
        return value;
    }
}
