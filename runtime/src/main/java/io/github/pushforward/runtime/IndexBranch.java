package io.github.pushforward.runtime;

import java.util.function.IntConsumer;

/**
 * The indices of a set that are in several words, with gaps: the inner node of its trie. The keys of all of them agree above one
 * bit, in which those of {@code low} have 0 and those of {@code high} have 1. So a set has one trie, whatever it was united from, and
 * equal sets have equal tries.
 */
final class IndexBranch extends IndexSet {
    private final int key;
    /** The highest bit in which the keys differ. */
    private final int bit;

    private final IndexSet low;
    private final IndexSet high;

    private IndexBranch(int bit, IndexSet low, IndexSet high) {
        this.key = low.key();
        this.bit = bit;
        this.low = low;
        this.high = high;
    }

    /** The union of two sets whose spans have nothing in common. */
    static IndexSet apart(IndexSet a, IndexSet b) {
        int bit = Integer.highestOneBit(a.key() ^ b.key());
        return (a.key() & bit) == 0 ? of(bit, a, b) : of(bit, b, a);
    }

    /** The union of two halves: a branch, or the whole of the span. */
    private static IndexSet of(int bit, IndexSet low, IndexSet high) {
        if (low.span() == bit && high.span() == bit && low.isFull() && high.isFull()) {
            return new IndexRange(low.key(), 2 * bit);
        }
        return new IndexBranch(bit, low, high);
    }

    @Override
    public int size() {
        return low.size() + high.size();
    }

    @Override
    public void forEach(IntConsumer action) {
        low.forEach(action);
        high.forEach(action);
    }

    @Override
    IndexSet withPart(IndexSet part) {
        if (part.span() == span()) {
            return part instanceof IndexBranch branch ? withHalves(branch) : part;
        }
        if ((part.key() & bit) == 0) {
            IndexSet newLow = low.with(part);
            return newLow == low ? this : of(bit, newLow, high);
        }
        IndexSet newHigh = high.with(part);
        return newHigh == high ? this : of(bit, low, newHigh);
    }

    private IndexSet withHalves(IndexBranch branch) {
        IndexSet newLow = low.with(branch.low);
        IndexSet newHigh = high.with(branch.high);
        if (newLow == low && newHigh == high) {
            return this;
        }
        return newLow == branch.low && newHigh == branch.high ? branch : of(bit, newLow, newHigh);
    }

    @Override
    boolean has(int wanted, long wantedBit) {
        IndexSet half = (wanted & bit) == 0 ? low : high;
        return (wanted ^ half.key()) < half.span() && half.has(wanted, wantedBit);
    }

    @Override
    int key() {
        return key;
    }

    @Override
    int span() {
        return 2 * bit;
    }

    @Override
    boolean isFull() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof IndexBranch branch
                        && branch.bit == bit
                        && branch.low.equals(low)
                        && branch.high.equals(high);
    }

    @Override
    public int hashCode() {
        return 31 * low.hashCode() + high.hashCode();
    }
}
