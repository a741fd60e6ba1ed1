package io.github.pushforward.runtime;

import java.util.Arrays;

/**
 * The methods of {@link Arrays} that permute an array of numbers, done to array and shadow together. Generated code calls
 * these.
 *
 * <p>Where numbers are equal (−0.0 and 0.0 as well) their order is a kink, and each of them gets the mean of their tangents,
 * as {@code max} and {@code min} have it. A NaN keeps its tangent.
 */
public final class ArrayTangents {

    private ArrayTangents() {}

    /**
     * Sorts {@code array} as {@link Arrays#sort(double[])} does, and moves {@code tangents} with it: one array, or several for
     * several directions and second derivatives.
     *
     * @param array what is sorted
     * @param tangents the tangents of {@code array}, one array for each direction, sorted along
     */
    public static void sort(double[] array, double[]... tangents) {
        sort(array, 0, array.length, tangents);
    }

    /**
     * Sorts a range as {@link Arrays#sort(double[], int, int)} does, and moves the tangents with it.
     *
     * @param array what is sorted
     * @param from the first index
     * @param to the index after the last
     * @param tangents the tangents of {@code array}, one array for each direction, sorted along
     */
    public static void sort(double[] array, int from, int to, double[]... tangents) {
        double[] before = array.clone();
        Arrays.sort(array, from, to);
        int[] order = order(from, to, (i, j) -> Double.compare(before[i], before[j]));
        for (double[] tangent : tangents) {
            move(tangent, array, from, order);
        }
    }

    /** @param tangent of the whole array; of one direction, or of several interleaved by lane */
    private static void move(double[] tangent, double[] array, int from, int[] order) {
        int lanes = tangent.length / Math.max(1, array.length);
        double[] moved = new double[order.length];
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] = tangent[lanes * order[i] + lane];
            }
            for (int i = 0; i < moved.length; ) {
                int end = i + 1;
                while (end < moved.length && array[from + end] == array[from + i]) {
                    end++;
                }
                double mean = mean(moved, i, end);
                for (; i < end; i++) {
                    tangent[lanes * (from + i) + lane] = mean;
                }
            }
        }
    }

    private static double mean(double[] numbers, int from, int to) {
        double sum = numbers[from];
        boolean isConstant = true;
        for (int i = from + 1; i < to; i++) {
            isConstant &= numbers[i] == numbers[from];
            sum += numbers[i];
        }
        return isConstant ? numbers[from] : sum / (to - from);
    }

    /**
     * Sorts {@code array} as {@link Arrays#sort(float[])} does, and moves {@code tangents} with it: one array, or several for
     * several directions and second derivatives.
     *
     * @param array what is sorted
     * @param tangents the tangents of {@code array}, one array for each direction, sorted along
     */
    public static void sort(float[] array, float[]... tangents) {
        sort(array, 0, array.length, tangents);
    }

    /**
     * Sorts a range as {@link Arrays#sort(float[], int, int)} does, and moves the tangents with it.
     *
     * @param array what is sorted
     * @param from the first index
     * @param to the index after the last
     * @param tangents the tangents of {@code array}, one array for each direction, sorted along
     */
    public static void sort(float[] array, int from, int to, float[]... tangents) {
        float[] before = array.clone();
        Arrays.sort(array, from, to);
        int[] order = order(from, to, (i, j) -> Float.compare(before[i], before[j]));
        for (float[] tangent : tangents) {
            move(tangent, array, from, order);
        }
    }

    /** @param tangent of the whole array; of one direction, or of several interleaved by lane */
    private static void move(float[] tangent, float[] array, int from, int[] order) {
        int lanes = tangent.length / Math.max(1, array.length);
        float[] moved = new float[order.length];
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] = tangent[lanes * order[i] + lane];
            }
            for (int i = 0; i < moved.length; ) {
                int end = i + 1;
                while (end < moved.length && array[from + end] == array[from + i]) {
                    end++;
                }
                float mean = mean(moved, i, end);
                for (; i < end; i++) {
                    tangent[lanes * (from + i) + lane] = mean;
                }
            }
        }
    }

    private static float mean(float[] numbers, int from, int to) {
        float sum = numbers[from];
        boolean isConstant = true;
        for (int i = from + 1; i < to; i++) {
            isConstant &= numbers[i] == numbers[from];
            sum += numbers[i];
        }
        return isConstant ? numbers[from] : sum / (to - from);
    }

    interface IndexComparator {
        int compare(int i, int j);
    }

    /** The indices of a range in ascending order of what they stand for; equal ones stay in order. */
    static int[] order(int from, int to, IndexComparator comparator) {
        int[] order = new int[to - from];
        Arrays.setAll(order, i -> from + i);
        int[] scratch = new int[order.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int start = 0; start < order.length; start += 2 * width) {
                int middle = Math.min(start + width, order.length);
                merge(order, start, middle, Math.min(middle + width, order.length), scratch, comparator);
            }
            System.arraycopy(scratch, 0, order, 0, order.length);
        }
        return order;
    }

    /** Merges two neighbouring sorted runs of {@code order} into {@code scratch}. */
    private static void merge(int[] order, int start, int middle, int end, int[] scratch, IndexComparator comparator) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesLeft = left < middle && (right >= end || comparator.compare(order[left], order[right]) <= 0);
            scratch[i] = takesLeft ? order[left++] : order[right++];
        }
    }
}
