package io.github.pushforward.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass for a sparsity pattern: numbers the inputs of a method in the order in which they are packed, and gathers the sets of its
 * outputs. Generated code calls it.
 */
public final class IndexSetPass {
    private int inputs;
    private final List<@Nullable IndexSet> outputs = new ArrayList<>();

    IndexSetPass() {}

    /** {@return the set of the next input alone} */
    public IndexSet input() {
        return IndexSet.of(inputs++);
    }

    /**
     * For each number the set of it alone, as the next inputs.
     *
     * @param array the array, which gives the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] inputs(double @Nullable [] array) {
        return numbered(IndexSets.empty(array));
    }

    /**
     * For each number the set of it alone, as the next inputs.
     *
     * @param array the array, which gives the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] inputs(float @Nullable [] array) {
        return numbered(IndexSets.empty(array));
    }

    /**
     * For each number the set of it alone, as the next inputs, row by row.
     *
     * @param rows the rows, which give the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] @Nullable [] inputs(double @Nullable [] @Nullable [] rows) {
        return numbered(IndexSets.empty(rows));
    }

    /**
     * For each number the set of it alone, as the next inputs, row by row.
     *
     * @param rows the rows, which give the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] @Nullable [] inputs(float @Nullable [] @Nullable [] rows) {
        return numbered(IndexSets.empty(rows));
    }

    /**
     * For each number the set of it alone, as the next inputs, in row-major order.
     *
     * @param blocks arrays of rows, which give the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] @Nullable [] @Nullable [] inputs(
            double @Nullable [] @Nullable [] @Nullable [] blocks) {
        return numbered(IndexSets.empty(blocks));
    }

    /**
     * For each number the set of it alone, as the next inputs, in row-major order.
     *
     * @param blocks arrays of rows, which give the shape
     * @return the sets in the shape of the inputs, null in the place of null
     */
    public @Nullable IndexSet @Nullable [] @Nullable [] @Nullable [] inputs(
            float @Nullable [] @Nullable [] @Nullable [] blocks) {
        return numbered(IndexSets.empty(blocks));
    }

    private <S extends @Nullable Object> S @Nullable [] numbered(S @Nullable [] sets) {
        number(sets);
        return sets;
    }

    private void number(@Nullable Object @Nullable [] sets) {
        if (sets instanceof IndexSet[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = input();
            }
        } else if (sets != null) {
            for (Object inner : sets) {
                number((Object[]) inner);
            }
        }
    }

    /**
     * The sets of the next outputs: arrays of sets, of any rank.
     *
     * @param sets index sets, arrays of them of any rank, or null
     */
    public void outputs(@Nullable Object @Nullable [] sets) {
        if (sets instanceof IndexSet[] row) {
            for (IndexSet set : row) {
                outputs.add(set);
            }
        } else if (sets != null) {
            for (Object inner : sets) {
                outputs((Object[]) inner);
            }
        }
    }

    /** The number of outputs. */
    int size() {
        return outputs.size();
    }

    /** What the outputs depend on. */
    SparsityPattern pattern() {
        return SparsityPattern.of(inputs, outputs.toArray(IndexSet[]::new));
    }
}
