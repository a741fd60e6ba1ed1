package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;

/**
 * A partition of the columns of a pattern into groups, the colours, so that no two columns of a group have an entry in the same
 * row: they are structurally orthogonal, and one product with the sum of their unit vectors gives all entries of all of them
 * (Curtis, Powell and Reid, <i>On the Estimation of Sparse Jacobian Matrices</i>, J. Inst. Math. Appl. 13, 1974). Columns without
 * entries have no colour and need no product.
 *
 * <p>To find the least number of colours is NP-hard (Coleman and Moré, <i>Estimation of Sparse Jacobian Matrices and Graph
 * Coloring Problems</i>, SIAM J. Numer. Anal. 20, 1983). This is the greedy algorithm, a partial distance-2 colouring of the graph
 * of rows and columns (Gebremedhin, Manne and Pothen, <i>What Color Is Your Jacobian?</i>, SIAM Review 47, 2005), over one of
 * several orders of the columns. {@link #lowerBound()} says what no colouring can do with less than. A row with entries in all
 * columns takes as many colours as there are columns, however sparse the other rows are.
 */
public final class ColumnColoring {
    private static final int NONE = -1;

    private final SparsityPattern pattern;
    private final int[] colors;
    /** Where each group starts in {@link #members}. */
    private final int[] starts;

    private final int[] members;

    private ColumnColoring(SparsityPattern pattern, int[] colors, int count) {
        this.pattern = pattern;
        this.colors = colors;
        starts = new int[count + 1];
        for (int color : colors) {
            if (color != NONE) {
                starts[color + 1]++;
            }
        }
        for (int color = 0; color < count; color++) {
            starts[color + 1] += starts[color];
        }
        members = new int[starts[count]];
        int[] next = starts.clone();
        for (int j = 0; j < colors.length; j++) {
            if (colors[j] != NONE) {
                members[next[colors[j]]++] = j;
            }
        }
    }

    /**
     * {@return the colouring of fewest colours over all orderings, which are tried in turn until one reaches the lower
     * bound: up to four times the work of one}
     *
     * @param pattern the structure
     */
    public static ColumnColoring of(SparsityPattern pattern) {
        ColumnGraph graph = new ColumnGraph(pattern);
        ColumnOrdering[] orderings = ColumnOrdering.values();
        ColumnColoring best = greedy(pattern, graph, orderings[0]);
        for (int k = 1; k < orderings.length && best.colors() > best.lowerBound(); k++) {
            ColumnColoring coloring = greedy(pattern, graph, orderings[k]);
            if (coloring.colors() < best.colors()) {
                best = coloring;
            }
        }
        return best;
    }

    /**
     * {@return the colouring over one ordering, in time linear in the sum of the squares of the lengths of the rows,
     * of which equal ones count once}
     *
     * @param pattern the structure
     * @param ordering in which order the columns get their colours
     */
    public static ColumnColoring of(SparsityPattern pattern, ColumnOrdering ordering) {
        return greedy(pattern, new ColumnGraph(pattern), Objects.requireNonNull(ordering, "ordering"));
    }

    private static ColumnColoring greedy(SparsityPattern pattern, ColumnGraph graph, ColumnOrdering ordering) {
        int n = graph.columns();
        int[] colors = new int[n];
        Arrays.fill(colors, NONE);
        if (graph.isComplete()) {
            return eachItsOwn(pattern, graph, colors);
        }
        int[] neighbours = new int[n];
        int[] forbiddenTo = new int[n];
        Arrays.fill(forbiddenTo, NONE);
        int count = 0;
        for (int column : ordering.order(graph)) {
            if (graph.isEmpty(column)) {
                continue;
            }
            int found = graph.neighbours(column, neighbours);
            for (int k = 0; k < found; k++) {
                int taken = colors[neighbours[k]];
                if (taken != NONE) {
                    forbiddenTo[taken] = column;
                }
            }
            int color = 0;
            while (forbiddenTo[color] == column) {
                color++;
            }
            colors[column] = color;
            count = Math.max(count, color + 1);
        }
        return new ColumnColoring(pattern, colors, count);
    }

    /** What every ordering comes to where a row has all columns, without the quadratic work of finding it. */
    private static ColumnColoring eachItsOwn(SparsityPattern pattern, ColumnGraph graph, int[] colors) {
        int count = 0;
        for (int j = 0; j < colors.length; j++) {
            if (!graph.isEmpty(j)) {
                colors[j] = count++;
            }
        }
        return new ColumnColoring(pattern, colors, count);
    }

    /** {@return the pattern whose columns are coloured} */
    public SparsityPattern pattern() {
        return pattern;
    }

    /** {@return the number of colours, and so of directions that give the whole matrix} */
    public int colors() {
        return starts.length - 1;
    }

    /**
     * {@return the colour of a column, from 0; −1 for a column without entries}
     *
     * @param column a column, from 0
     */
    public int color(int column) {
        return colors[Objects.checkIndex(column, colors.length)];
    }

    /**
     * {@return the columns of a colour, increasing, as a fresh array}
     *
     * @param color a colour, from 0
     */
    public int[] columnsOf(int color) {
        Objects.checkIndex(color, colors());
        return Arrays.copyOfRange(members, starts[color], starts[color + 1]);
    }

    /** Where the members of a colour start; those of the colour after the last start at the end. */
    int start(int color) {
        return starts[color];
    }

    /** A column, by its place among the members of all colours. */
    int member(int place) {
        return members[place];
    }

    /**
     * {@return what no colouring goes below: the largest number of entries in a row, all of which need colours of
     * their own}
     */
    public int lowerBound() {
        return pattern.largestRow();
    }

    @Override
    public String toString() {
        return "ColumnColoring[" + colors() + " colors of " + pattern.columns() + " columns, at least " + lowerBound()
                + "]";
    }
}
