package io.github.pushforward.runtime;

import java.util.Arrays;

/** A pattern with each of its rows once, however often it has them: a table of rows by their hashes, without an object for each. */
final class DistinctRows {
    private static final int NONE = -1;
    /** With more rows the table would not be twice as large; they are left as they are. */
    private static final int MOST_ROWS = 1 << 28;

    private final SparsityPattern pattern;
    /** Rows by hash, in the next free place where the place is taken; half of the places are free at least. */
    private final int[] table;

    private final int[] distinct;
    private int count;

    private DistinctRows(SparsityPattern pattern) {
        this.pattern = pattern;
        this.distinct = new int[pattern.rows()];
        table = new int[4 * Math.max(1, Integer.highestOneBit(pattern.rows()))];
        Arrays.fill(table, NONE);
        for (int row = 0; row < pattern.rows(); row++) {
            add(row);
        }
    }

    /** The rows of a pattern, each once, in the order in which they first occur. */
    static SparsityPattern of(SparsityPattern pattern) {
        return pattern.rows() > MOST_ROWS ? pattern : new DistinctRows(pattern).once();
    }

    private SparsityPattern once() {
        if (count == distinct.length) {
            return pattern;
        }
        int[][] rows = new int[count][];
        for (int k = 0; k < count; k++) {
            rows[k] = pattern.columnsOf(distinct[k]);
        }
        return SparsityPattern.of(pattern.columns(), rows);
    }

    private void add(int row) {
        int mask = table.length - 1;
        int place = hash(row) & mask;
        while (table[place] != NONE) {
            if (areEqual(table[place], row)) {
                return;
            }
            place = (place + 1) & mask;
        }
        table[place] = row;
        distinct[count++] = row;
    }

    private int hash(int row) {
        int hash = 1;
        for (int k = pattern.start(row); k < pattern.start(row + 1); k++) {
            hash = 31 * hash + pattern.column(k);
        }
        hash *= 0x9E3779B9; // 2³² ÷ golden ratio: neighbouring rows go to places far apart
        return hash ^ hash >>> 16;
    }

    private boolean areEqual(int a, int b) {
        int length = pattern.start(a + 1) - pattern.start(a);
        if (length != pattern.start(b + 1) - pattern.start(b)) {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (pattern.column(pattern.start(a) + k) != pattern.column(pattern.start(b) + k)) {
                return false;
            }
        }
        return true;
    }
}
