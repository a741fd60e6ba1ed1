package io.github.pushforward.runtime;

import java.util.function.IntConsumer;

/** All indices of 2, 4, 8 ... words of 64: what a branch without gaps is replaced by. */
final class IndexRange extends IndexSet {
    private final int key;
    private final int span;

    /** @param key of the first word, a multiple of {@code span} */
    IndexRange(int key, int span) {
        this.key = key;
        this.span = span;
    }

    @Override
    public int size() {
        return span << IndexWord.SHIFT;
    }

    @Override
    public void forEach(IntConsumer action) {
        int first = key << IndexWord.SHIFT;
        for (int k = 0; k < size(); k++) {
            action.accept(first + k);
        }
    }

    @Override
    IndexSet withPart(IndexSet part) {
        return this;
    }

    @Override
    boolean has(int wanted, long bit) {
        return true;
    }

    @Override
    int key() {
        return key;
    }

    @Override
    int span() {
        return span;
    }

    @Override
    boolean isFull() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexRange range && range.key == key && range.span == span;
    }

    @Override
    public int hashCode() {
        return 31 * key + span;
    }
}
