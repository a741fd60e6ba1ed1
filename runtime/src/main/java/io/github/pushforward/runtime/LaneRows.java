package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Gives arrays of tangents the rows of a view: the tangent of a {@code double[]} has a row for each number, with a number for each
 * direction. Generated code calls these.
 */
public final class LaneRows {
    private LaneRows() {}

    /**
     * The tangent of an array of numbers.
     *
     * @param shape an array of the same length, or null
     * @param rows of all inputs, in the order in which they are packed
     * @param at the first of this array
     * @return the tangent, null where the shape is
     */
    public static double @Nullable [] @Nullable [] of(double @Nullable [] shape, double[][] rows, int at) {
        if (shape == null) {
            return null;
        }
        double[][] tangent = new double[shape.length][];
        System.arraycopy(rows, at, tangent, 0, shape.length);
        return tangent;
    }

    /**
     * The same for two dimensions.
     *
     * @param shape an array of the same shape, or null
     * @param rows of all inputs, in the order in which they are packed
     * @param at the first of this array
     * @return the tangent, null where the shape is
     */
    public static double @Nullable [] @Nullable [] @Nullable [] of(
            double @Nullable [] @Nullable [] shape, double[][] rows, int at) {
        if (shape == null) {
            return null;
        }
        double[][][] tangent = new double[shape.length][][];
        int next = at;
        for (int i = 0; i < shape.length; i++) {
            tangent[i] = of(shape[i], rows, next);
            next += Packing.size(shape[i]);
        }
        return tangent;
    }

    /**
     * The same for three dimensions.
     *
     * @param shape an array of the same shape, or null
     * @param rows of all inputs, in the order in which they are packed
     * @param at the first of this array
     * @return the tangent, null where the shape is
     */
    public static double @Nullable [] @Nullable [] @Nullable [] @Nullable [] of(
            double @Nullable [] @Nullable [] @Nullable [] shape, double[][] rows, int at) {
        if (shape == null) {
            return null;
        }
        double[][][][] tangent = new double[shape.length][][][];
        int next = at;
        for (int i = 0; i < shape.length; i++) {
            tangent[i] = of(shape[i], rows, next);
            next += Packing.size(shape[i]);
        }
        return tangent;
    }
}
