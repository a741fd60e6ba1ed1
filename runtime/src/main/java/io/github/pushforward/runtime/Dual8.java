package io.github.pushforward.runtime;

/**
 * A value with its derivatives along 8 directions, from one pass: what lane forms of tangent methods return. Generated code makes
 * and reads these.
 */
public record Dual8(
        double value,
        double tangent0,
        double tangent1,
        double tangent2,
        double tangent3,
        double tangent4,
        double tangent5,
        double tangent6,
        double tangent7) {

    /**
     * Hands the derivatives over.
     *
     * @param tangents receives them, of length 8 at least
     * @return the value
     */
    public double store(double[] tangents) {
        tangents[0] = tangent0;
        tangents[1] = tangent1;
        tangents[2] = tangent2;
        tangents[3] = tangent3;
        tangents[4] = tangent4;
        tangents[5] = tangent5;
        tangents[6] = tangent6;
        tangents[7] = tangent7;
        return value;
    }
}
