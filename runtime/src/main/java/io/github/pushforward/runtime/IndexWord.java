package io.github.pushforward.runtime;

import java.util.function.IntConsumer;

/** The indices of a set that are in one word of 64: the leaf of its trie. */
final class IndexWord extends IndexSet {
    /** Index i is bit i mod 64 of the word of key i ÷ 64. */
    static final int SHIFT = 6;

    private final int key;
    private final long bits;

    IndexWord(int key, long bits) {
        this.key = key;
        this.bits = bits;
    }

    @Override
    public int size() {
        return Long.bitCount(bits);
    }

    @Override
    public void forEach(IntConsumer action) {
        for (long left = bits; left != 0; left &= left - 1) {
            action.accept((key << SHIFT) + Long.numberOfTrailingZeros(left));
        }
    }

    @Override
    IndexSet with(IndexSet other) {
        if (!(other instanceof IndexWord word)) {
            return other.with(this);
        }
        if (key != word.key) {
            return IndexBranch.join(this, word);
        }
        long union = bits | word.bits;
        if (union == bits) {
            return this;
        }
        return union == word.bits ? word : new IndexWord(key, union);
    }

    @Override
    boolean hasWord(int wanted, long wantedBits) {
        return wanted == key && (bits & wantedBits) == wantedBits;
    }

    @Override
    int key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexWord word && word.key == key && word.bits == bits;
    }

    @Override
    public int hashCode() {
        return 31 * key + Long.hashCode(bits);
    }
}
