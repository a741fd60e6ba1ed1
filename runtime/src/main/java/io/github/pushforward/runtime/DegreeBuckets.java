package io.github.pushforward.runtime;

import java.util.Arrays;

/**
 * A queue of columns by a number between 0 and n − 1, the degree, that changes by one at a time: a list of columns for each
 * degree. All but the taking of the least and the greatest take constant time, and these do so on average, as degrees change by
 * steps of one. Of equal columns the one that came to its degree last is first.
 */
final class DegreeBuckets {
    private static final int NONE = -1;

    private final int[] first;
    private final int[] next;
    private final int[] previous;
    /** {@link #NONE} for a column that is not in the queue. */
    private final int[] degree;

    private int lowest;
    private int highest;

    DegreeBuckets(int columns) {
        first = filled(columns);
        next = filled(columns);
        previous = filled(columns);
        degree = filled(columns);
    }

    /** All columns by the number of their neighbours, the first of equal ones first. */
    static DegreeBuckets of(ColumnGraph graph) {
        DegreeBuckets buckets = new DegreeBuckets(graph.columns());
        int[] neighbours = new int[graph.columns()];
        for (int j = graph.columns() - 1; j >= 0; j--) {
            buckets.add(j, graph.neighbours(j, neighbours));
        }
        return buckets;
    }

    void add(int column, int columnDegree) {
        degree[column] = columnDegree;
        next[column] = first[columnDegree];
        previous[column] = NONE;
        if (first[columnDegree] != NONE) {
            previous[first[columnDegree]] = column;
        }
        first[columnDegree] = column;
        lowest = Math.min(lowest, columnDegree);
        highest = Math.max(highest, columnDegree);
    }

    /** Changes the degree of a column, if it is still in the queue. */
    void change(int column, int by) {
        int old = degree[column];
        if (old != NONE) {
            remove(column);
            add(column, old + by);
        }
    }

    /** Takes a column of the least degree; there must be one. */
    int takeLowest() {
        while (first[lowest] == NONE) {
            lowest++;
        }
        return take(first[lowest]);
    }

    /** Takes a column of the greatest degree; there must be one. */
    int takeHighest() {
        while (first[highest] == NONE) {
            highest--;
        }
        return take(first[highest]);
    }

    private int take(int column) {
        remove(column);
        degree[column] = NONE;
        return column;
    }

    private void remove(int column) {
        if (previous[column] == NONE) {
            first[degree[column]] = next[column];
        } else {
            next[previous[column]] = next[column];
        }
        if (next[column] != NONE) {
            previous[next[column]] = previous[column];
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
