package io.github.pushforward.runtime;

/**
 * A {@code float} value with its derivatives along 8 directions, from one pass: what lane forms of tangent methods return. Generated code makes
 * and reads these.
 */
public record DualFloat8(
        float value,
        float tangent0,
        float tangent1,
        float tangent2,
        float tangent3,
        float tangent4,
        float tangent5,
        float tangent6,
        float tangent7) {

    /**
     * Hands the derivatives over.
     *
     * @param tangents receives them, of length 8 at least
     * @return the value
     */
    public float store(double[] tangents) {
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
