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
    IndexSet withPart(IndexSet part) {
        IndexWord word = (IndexWord) part; // what else is in the span of a word
        long union = bits | word.bits;
        if (union == bits) {
            return this;
        }
        return union == word.bits ? word : new IndexWord(key, union);
    }

    @Override
    boolean has(int wanted, long bit) {
        return (bits & bit) != 0;
    }

    @Override
    int key() {
        return key;
    }

    @Override
    int span() {
        return 1;
    }

    @Override
    boolean isFull() {
        return bits == -1L;
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
