package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, non-empty set of indices of inputs: what an output may depend on. The empty set is {@code null}, so that a
 * fresh {@code IndexSet[n]} is all empty, as a fresh {@code double[n]} is all zeros. Where a pass along a direction carries a
 * tangent beside each number, the pass that finds a sparsity pattern carries such a set, and every operation unites those of its
 * operands.
 *
 * <p>The sets are big-endian Patricia tries over words of 64 indices (Okasaki and Gill, <i>Fast Mergeable Integer Maps</i>, ML
 * Workshop 1998, section 3): a set of neighbours is one or two words, and a dense set takes a word for each 64 indices. What two
 * sets have in common is shared, not copied, so that uniting a set with itself costs nothing, one that contains the other is
 * returned as it is in most cases, and a sum over n inputs, which adds one index after the other, costs O(n log n) in all rather
 * than O(n²). Uniting two sets of w words each takes O(w) time at most, recursion is at most 27 deep, and nothing is put off: a
 * set never holds on to those that it was made from, other than by the parts that it shares with them.
 */
public abstract sealed class IndexSet permits IndexWord, IndexBranch {

    IndexSet() {}

    /**
     * The set of one index.
     *
     * @throws IllegalArgumentException if {@code index} is negative
     */
    public static IndexSet of(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ": inputs are counted from 0");
        }
        return new IndexWord(index >>> IndexWord.SHIFT, 1L << index);
    }

    /** What is in either set; null stands for the empty one. */
    public static @Nullable IndexSet union(@Nullable IndexSet a, @Nullable IndexSet b) {
        if (a == b || b == null) {
            return a;
        }
        return a == null ? b : a.with(b);
    }

    /** What is in any of the sets; null stands for the empty one. */
    public static @Nullable IndexSet union(@Nullable IndexSet a, @Nullable IndexSet b, @Nullable IndexSet c) {
        return union(union(a, b), c);
    }

    /** What is in any of the sets; null stands for the empty one. */
    public static @Nullable IndexSet union(@Nullable IndexSet... sets) {
        IndexSet union = null;
        for (IndexSet set : sets) {
            union = union(union, set);
        }
        return union;
    }

    /** The number of indices, at least 1; counted anew at each call. */
    public abstract int size();

    /** Whether {@code index} is in the set. */
    public final boolean contains(int index) {
        return index >= 0 && hasWord(index >>> IndexWord.SHIFT, 1L << index);
    }

    /** Calls {@code action} with each index, in increasing order. */
    public abstract void forEach(IntConsumer action);

    /** The indices in increasing order, as a fresh array. */
    public final int[] toArray() {
        int[] indices = new int[size()];
        int[] count = {0};
        forEach(index -> indices[count[0]++] = index);
        return indices;
    }

    /** The union with a set that is not this one; this set itself where it has all of the other. */
    abstract IndexSet with(IndexSet other);

    /** Whether all the {@code bits} of the word of that key are in the set. */
    abstract boolean hasWord(int key, long bits);

    /** The least key of a word of the set, which says where it is in a trie. */
    abstract int key();

    /** The indices in increasing order, as in {@code [0, 2, 3]}. */
    @Override
    public final String toString() {
        return Arrays.toString(toArray());
    }
}
