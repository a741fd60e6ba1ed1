package io.github.pushforward.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The column intersection graph of a pattern (Coleman and Moré, SIAM J. Numer. Anal. 20, 1983, section 3): columns are neighbours
 * when they have an entry in the same row. The graph itself, which can be far larger than the pattern, is never stored; neighbours
 * are found by way of the rows, each of which counts once however often the pattern has it.
 */
final class ColumnGraph {
    private final SparsityPattern rows;
    private final SparsityPattern columns;
    /** The last search that met a column. */
    private final int[] met;

    private int search;

    ColumnGraph(SparsityPattern pattern) {
        rows = distinct(pattern);
        columns = rows.transpose();
        met = new int[pattern.columns()];
    }

    private static SparsityPattern distinct(SparsityPattern pattern) {
        Set<Row> seen = new LinkedHashSet<>();
        for (int i = 0; i < pattern.rows(); i++) {
            seen.add(new Row(pattern.columnsOf(i)));
        }
        List<int[]> distinct = new ArrayList<>(seen.size());
        for (Row row : seen) {
            distinct.add(row.columns);
        }
        return SparsityPattern.of(pattern.columns(), distinct.toArray(new int[0][]));
    }

    int columns() {
        return met.length;
    }

    /** Whether a column has no entries. */
    boolean isEmpty(int column) {
        return columns.start(column) == columns.start(column + 1);
    }

    /** Whether one row has an entry in every column that has entries at all. */
    boolean isComplete() {
        int filled = 0;
        for (int j = 0; j < columns(); j++) {
            if (!isEmpty(j)) {
                filled++;
            }
        }
        return rows.largestRow() == filled;
    }

    /**
     * Finds the neighbours of a column, in time linear in the lengths of the rows that it has entries in.
     *
     * @param into receives the neighbours, each once; of length n
     * @return how many there are
     */
    int neighbours(int column, int[] into) {
        search++;
        met[column] = search;
        int count = 0;
        for (int k = columns.start(column); k < columns.start(column + 1); k++) {
            int row = columns.column(k);
            for (int l = rows.start(row); l < rows.start(row + 1); l++) {
                int neighbour = rows.column(l);
                if (met[neighbour] != search) {
                    met[neighbour] = search;
                    into[count++] = neighbour;
                }
            }
        }
        return count;
    }

    private record Row(int[] columns) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(row.columns, columns);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(columns);
        }
    }
}
