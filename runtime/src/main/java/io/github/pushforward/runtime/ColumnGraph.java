package io.github.pushforward.runtime;

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
        rows = DistinctRows.of(pattern);
        columns = rows.transpose();
        met = new int[pattern.columns()];
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
}
