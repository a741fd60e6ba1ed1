package io.github.pushforward.runtime;

/**
 * What becomes of arrays of tangents along several directions, interleaved by lane: the tangent of number i along direction l is
 * at {@code lanes·i + l}. Generated code calls these.
 */
public final class LaneArrays {

    private LaneArrays() {}

    /**
     * Fills one lane, as {@link java.util.Arrays#fill(double[], double)} fills an array.
     *
     * @param tangents interleaved tangents: the lanes of an element follow each other
     * @param lanes the number of directions of a pass
     * @param lane which lane is filled
     * @param tangent what it is filled with
     */
    public static void fill(double[] tangents, int lanes, int lane, double tangent) {
        for (int i = lane; i < tangents.length; i += lanes) {
            tangents[i] = tangent;
        }
    }

    /**
     * Fills one lane from number {@code from} to number {@code to}, exclusive.
     *
     * @param tangents interleaved tangents: the lanes of an element follow each other
     * @param from the first element
     * @param to the element after the last
     * @param lanes the number of directions of a pass
     * @param lane which lane is filled
     * @param tangent what it is filled with
     */
    public static void fill(double[] tangents, int from, int to, int lanes, int lane, double tangent) {
        for (int i = from; i < to; i++) {
            tangents[lanes * i + lane] = tangent;
        }
    }

    /**
     * Fills one lane, as {@link java.util.Arrays#fill(float[], float)} fills an array.
     *
     * @param tangents interleaved tangents: the lanes of an element follow each other
     * @param lanes the number of directions of a pass
     * @param lane which lane is filled
     * @param tangent what it is filled with
     */
    public static void fill(float[] tangents, int lanes, int lane, float tangent) {
        for (int i = lane; i < tangents.length; i += lanes) {
            tangents[i] = tangent;
        }
    }

    /**
     * Fills one lane from number {@code from} to number {@code to}, exclusive.
     *
     * @param tangents interleaved tangents: the lanes of an element follow each other
     * @param from the first element
     * @param to the element after the last
     * @param lanes the number of directions of a pass
     * @param lane which lane is filled
     * @param tangent what it is filled with
     */
    public static void fill(float[] tangents, int from, int to, int lanes, int lane, float tangent) {
        for (int i = from; i < to; i++) {
            tangents[lanes * i + lane] = tangent;
        }
    }
}
