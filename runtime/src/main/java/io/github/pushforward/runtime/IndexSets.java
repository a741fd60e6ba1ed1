package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of sets of inputs beside arrays of numbers, as a pass for a sparsity pattern carries them. Generated code calls these.
 *
 * <p>Arrays may be jagged, rows may be null and stay so, and a null array gives null. A row that occurs twice gives two.
 */
public final class IndexSets {

    private IndexSets() {}

    /**
     * {@return a new array of empty sets, as long as {@code array}}
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     */
    public static @Nullable IndexSet @Nullable [] empty(double @Nullable [] array) {
        return array == null ? null : new IndexSet[array.length];
    }

    /**
     * {@return a new array of empty sets, as long as {@code array}}
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     */
    public static @Nullable IndexSet @Nullable [] empty(float @Nullable [] array) {
        return array == null ? null : new IndexSet[array.length];
    }

    /**
     * New rows of empty sets, as long as those of {@code rows}.
     *
     * @param rows the rows, which give the shape
     * @return the arrays, null in the place of null
     */
    public static @Nullable IndexSet @Nullable [] @Nullable [] empty(double @Nullable [] @Nullable [] rows) {
        return each(rows, IndexSets::empty, IndexSet[][]::new);
    }

    /**
     * New rows of empty sets, as long as those of {@code rows}.
     *
     * @param rows the rows, which give the shape
     * @return the arrays, null in the place of null
     */
    public static @Nullable IndexSet @Nullable [] @Nullable [] empty(float @Nullable [] @Nullable [] rows) {
        return each(rows, IndexSets::empty, IndexSet[][]::new);
    }

    /**
     * New arrays of empty sets in the shape of {@code blocks}.
     *
     * @param blocks arrays of rows, which give the shape
     * @return the arrays, null in the place of null
     */
    public static @Nullable IndexSet @Nullable [] @Nullable [] @Nullable [] empty(
            double @Nullable [] @Nullable [] @Nullable [] blocks) {
        return each(blocks, IndexSets::empty, IndexSet[][][]::new);
    }

    /**
     * New arrays of empty sets in the shape of {@code blocks}.
     *
     * @param blocks arrays of rows, which give the shape
     * @return the arrays, null in the place of null
     */
    public static @Nullable IndexSet @Nullable [] @Nullable [] @Nullable [] empty(
            float @Nullable [] @Nullable [] @Nullable [] blocks) {
        return each(blocks, IndexSets::empty, IndexSet[][][]::new);
    }

    private static <A extends @Nullable Object, S extends @Nullable Object> S @Nullable [] each(
            A @Nullable [] arrays, Function<A, S> empty, IntFunction<S[]> make) {
        return arrays == null ? null : Arrays.stream(arrays).map(empty).toArray(make);
    }

    /**
     * Sorts {@code array} as {@link Arrays#sort(double[])} does, and moves the sets with it.
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     * @param sets the index sets of its elements, sorted along
     */
    public static void sort(double[] array, @Nullable IndexSet[] sets) {
        sort(array, 0, array.length, sets);
    }

    /**
     * Sorts a range as {@link Arrays#sort(double[], int, int)} does, and moves the sets with it. Equal numbers, whose tangents get
     * mixed, get the union of their sets.
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     * @param from the first index
     * @param to the index after the last
     * @param sets the index sets of its elements, sorted along
     */
    public static void sort(double[] array, int from, int to, @Nullable IndexSet[] sets) {
        double[] before = array.clone();
        Arrays.sort(array, from, to);
        int[] order = ArrayTangents.order(from, to, (i, j) -> Double.compare(before[i], before[j]));
        move(sets, from, order, (i, j) -> array[i] == array[j]);
    }

    /**
     * Sorts {@code array} as {@link Arrays#sort(float[])} does, and moves the sets with it.
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     * @param sets the index sets of its elements, sorted along
     */
    public static void sort(float[] array, @Nullable IndexSet[] sets) {
        sort(array, 0, array.length, sets);
    }

    /**
     * Sorts a range as {@link Arrays#sort(float[], int, int)} does, and moves the sets with it. Equal numbers, whose tangents get mixed,
     * get the union of their sets.
     *
     * @param array the array, which gives the shape; in a sort, what is sorted
     * @param from the first index
     * @param to the index after the last
     * @param sets the index sets of its elements, sorted along
     */
    public static void sort(float[] array, int from, int to, @Nullable IndexSet[] sets) {
        float[] before = array.clone();
        Arrays.sort(array, from, to);
        int[] order = ArrayTangents.order(from, to, (i, j) -> Float.compare(before[i], before[j]));
        move(sets, from, order, (i, j) -> array[i] == array[j]);
    }

    private interface Equality {
        boolean holds(int i, int j);
    }

    private static void move(@Nullable IndexSet[] sets, int from, int[] order, Equality isEqual) {
        @Nullable IndexSet[] moved = new IndexSet[order.length];
        Arrays.setAll(moved, i -> sets[order[i]]);
        for (int i = 0; i < moved.length; ) {
            IndexSet union = moved[i];
            int end = i + 1;
            while (end < moved.length && isEqual.holds(from + end, from + i)) {
                union = IndexSet.union(union, moved[end++]);
            }
            Arrays.fill(sets, from + i, from + end, union);
            i = end;
        }
    }
}
