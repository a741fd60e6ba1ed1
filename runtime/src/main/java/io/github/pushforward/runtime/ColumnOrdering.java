package io.github.pushforward.runtime;

/**
 * The order in which columns are coloured, one after the other, each with the first colour that none of its neighbours has;
 * neighbours are columns with an entry in the same row. Which order takes the fewest colours depends on the pattern.
 */
public enum ColumnOrdering {
    /** From the first to the last. Best for bands. */
    NATURAL {
        @Override
        int[] order(ColumnGraph graph) {
            int[] order = new int[graph.columns()];
            for (int j = 0; j < order.length; j++) {
                order[j] = j;
            }
            return order;
        }
    },
    /** By decreasing number of neighbours (Welsh and Powell, Comput. J. 10, 1967). */
    LARGEST_FIRST {
        @Override
        int[] order(ColumnGraph graph) {
            DegreeBuckets byDegree = DegreeBuckets.of(graph);
            int[] order = new int[graph.columns()];
            for (int k = 0; k < order.length; k++) {
                order[k] = byDegree.takeHighest();
            }
            return order;
        }
    },
    /**
     * The last is the column with the fewest neighbours, the one before it that with the fewest among the others, and so on
     * (Matula and Beck, J. ACM 30, 1983; Coleman and Moré, SIAM J. Numer. Anal. 20, 1983, section 4). Best where the columns can be
     * arranged on a line, bands in any order of their columns among them: no more colours than the largest row has entries.
     */
    SMALLEST_LAST {
        @Override
        int[] order(ColumnGraph graph) {
            DegreeBuckets left = DegreeBuckets.of(graph);
            int[] order = new int[graph.columns()];
            int[] neighbours = new int[graph.columns()];
            for (int k = order.length - 1; k >= 0; k--) {
                int column = left.takeLowest();
                order[k] = column;
                int count = graph.neighbours(column, neighbours);
                for (int l = 0; l < count; l++) {
                    left.change(neighbours[l], -1);
                }
            }
            return order;
        }
    },
    /**
     * Always the column with the most neighbours among those that come before it; the one with more neighbours in all where there
     * are several (Coleman and Moré, section 4).
     */
    INCIDENCE_DEGREE {
        @Override
        int[] order(ColumnGraph graph) {
            int[] largestFirst = LARGEST_FIRST.order(graph);
            DegreeBuckets byIncidence = new DegreeBuckets(graph.columns());
            for (int k = largestFirst.length - 1; k >= 0; k--) {
                byIncidence.add(largestFirst[k], 0);
            }
            int[] order = new int[graph.columns()];
            int[] neighbours = new int[graph.columns()];
            for (int k = 0; k < order.length; k++) {
                int column = byIncidence.takeHighest();
                order[k] = column;
                int count = graph.neighbours(column, neighbours);
                for (int l = 0; l < count; l++) {
                    byIncidence.change(neighbours[l], 1);
                }
            }
            return order;
        }
    };

    /** The columns in the order. */
    abstract int[] order(ColumnGraph graph);
}
