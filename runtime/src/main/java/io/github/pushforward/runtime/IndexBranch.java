package io.github.pushforward.runtime;

import java.util.function.IntConsumer;

/**
 * The indices of a set that are in several words: the inner node of its trie. The keys of all of them agree above one bit, in
 * which those of {@code low} have 0 and those of {@code high} have 1. So a set has one trie, whatever it was united from, and
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

    /** The union of two sets, the keys of which part at the highest bit where {@code a.key()} and {@code b.key()} differ. */
    static IndexBranch join(IndexSet a, IndexSet b) {
        int bit = Integer.highestOneBit(a.key() ^ b.key());
        return (a.key() & bit) == 0 ? new IndexBranch(bit, a, b) : new IndexBranch(bit, b, a);
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
    IndexSet with(IndexSet other) {
        int otherBit = other instanceof IndexBranch branch ? branch.bit : 0;
        if (parts(other.key(), Math.max(bit, otherBit))) {
            return join(this, other);
        }
        if (bit > otherBit) {
            return withPart(other);
        }
        IndexBranch branch = (IndexBranch) other;
        if (otherBit > bit) {
            return branch.withPart(this);
        }
        IndexSet newLow = low == branch.low ? low : low.with(branch.low);
        IndexSet newHigh = high == branch.high ? high : high.with(branch.high);
        if (newLow == low && newHigh == high) {
            return this;
        }
        return newLow == branch.low && newHigh == branch.high ? branch : new IndexBranch(bit, newLow, newHigh);
    }

    /** The union with a set whose keys agree with those of this one above the bit, and among each other at the bit. */
    private IndexSet withPart(IndexSet part) {
        if ((part.key() & bit) == 0) {
            IndexSet newLow = low == part ? low : low.with(part);
            return newLow == low ? this : new IndexBranch(bit, newLow, high);
        }
        IndexSet newHigh = high == part ? high : high.with(part);
        return newHigh == high ? this : new IndexBranch(bit, low, newHigh);
    }

    /** Whether another key differs from the keys of this set above a bit. */
    private boolean parts(int other, int above) {
        return (key ^ other) >>> 1 >= above;
    }

    @Override
    boolean hasWord(int wanted, long wantedBits) {
        return (wanted & bit) == 0 ? low.hasWord(wanted, wantedBits) : high.hasWord(wanted, wantedBits);
    }

    @Override
    int key() {
        return key;
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
