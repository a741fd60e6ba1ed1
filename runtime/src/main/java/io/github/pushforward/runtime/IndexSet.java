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
 * Workshop 1998, section 3), in which a part without gaps is one node: a set of neighbours is one or two words, and the set of all n
 * inputs takes about log n nodes. What sets have in common is shared, not copied. So uniting a set with itself costs nothing, where
 * one contains the other it is mostly returned as it is, and a sum over n inputs, which adds one index after the other, costs O(n log
 * n) in all rather than O(n²). Uniting sets of w nodes takes O(w) time at most, recursion is at most 26 deep, and nothing is put
 * off: a set holds on to no other than by the parts that it shares.
 */
public abstract sealed class IndexSet permits IndexWord, IndexRange, IndexBranch {

    IndexSet() {}

    /**
     * {@return the set of one index}
     *
     * @param index an index, not negative
     * @throws IllegalArgumentException if {@code index} is negative
     */
    public static IndexSet of(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ": inputs are counted from 0");
        }
        return new IndexWord(index >>> IndexWord.SHIFT, 1L << index);
    }

    /**
     * {@return what is in either set; null stands for the empty one}
     *
     * @param a a set, or null for the empty one
     * @param b a set, or null for the empty one
     */
    public static @Nullable IndexSet union(@Nullable IndexSet a, @Nullable IndexSet b) {
        if (a == b || b == null) {
            return a;
        }
        return a == null ? b : a.with(b);
    }

    /**
     * {@return what is in any of the sets; null stands for the empty one}
     *
     * @param a a set, or null for the empty one
     * @param b a set, or null for the empty one
     * @param c a set, or null for the empty one
     */
    public static @Nullable IndexSet union(@Nullable IndexSet a, @Nullable IndexSet b, @Nullable IndexSet c) {
        return union(union(a, b), c);
    }

    /**
     * {@return what is in any of the sets; null stands for the empty one}
     *
     * @param sets sets, of which null is the empty one
     */
    public static @Nullable IndexSet union(@Nullable IndexSet... sets) {
        IndexSet union = null;
        for (IndexSet set : sets) {
            union = union(union, set);
        }
        return union;
    }

    /** {@return the number of indices, at least 1; counted anew at each call} */
    public abstract int size();

    /**
     * {@return whether {@code index} is in the set}
     *
     * @param index an index, not negative
     */
    public final boolean contains(int index) {
        int wanted = index >>> IndexWord.SHIFT;
        return index >= 0 && (wanted ^ key()) < span() && has(wanted, 1L << index);
    }

    /**
     * Calls {@code action} with each index, in increasing order.
     *
     * @param action receives each index
     */
    public abstract void forEach(IntConsumer action);

    /** {@return the indices in increasing order, as a fresh array} */
    public final int[] toArray() {
        int[] indices = new int[size()];
        int[] count = {0};
        forEach(index -> indices[count[0]++] = index);
        return indices;
    }

    /** The union with another set; this set itself where it has all of the other. */
    final IndexSet with(IndexSet other) {
        if (other == this) {
            return this;
        }
        if ((key() ^ other.key()) >= Math.max(span(), other.span())) {
            return IndexBranch.apart(this, other);
        }
        return span() >= other.span() ? withPart(other) : other.withPart(this);
    }

    /** The union with a set whose words are in the span of this one. */
    abstract IndexSet withPart(IndexSet part);

    /** Whether the {@code bit} of the word of that key, which is in the span of this set, is in the set. */
    abstract boolean has(int wanted, long bit);

    /** The least key of a word of the set; a multiple of the span where the set has all of it. */
    abstract int key();

    /** A power of two: the keys of the words of the set agree in all but the bits below it. */
    abstract int span();

    /** Whether the set has all indices of the words of the span. */
    abstract boolean isFull();

    /** The indices in increasing order, as in {@code [0, 2, 3]}. */
    @Override
    public final String toString() {
        return Arrays.toString(toArray());
    }
}
