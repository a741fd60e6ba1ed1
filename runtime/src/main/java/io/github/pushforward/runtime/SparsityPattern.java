package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an m × n matrix may differ from zero, in compressed rows: for the Jacobian of a mapping, which inputs each
 * output may depend on. Entries are numbered row by row, by increasing columns in each, and a matrix with the pattern has one
 * value for each in that order. Immutable; takes 4 bytes for each entry and row.
 *
 * <p>A pattern may have more entries than the matrix has, which then hold zeros, but not fewer.
 */
public final class SparsityPattern {
    private final int columns;
    private final int[] starts;
    private final int[] indices;

    /** @param indices the columns of the rows, one row after the other, sorted and distinct in each */
    private SparsityPattern(int columns, int[] starts, int[] indices) {
        this.columns = columns;
        this.starts = starts;
        this.indices = indices;
    }

    /**
     * {@return the pattern with the given columns in each row, in any order; what occurs twice in a row counts once}
     *
     * @param columns the number n of columns
     * @param columnsOfRows one array for each of the m rows; copied
     * @throws IllegalArgumentException if there is no such column
     */
    public static SparsityPattern of(int columns, int[][] columnsOfRows) {
        Builder builder = new Builder(columns, columnsOfRows.length);
        for (int[] row : columnsOfRows) {
            int[] sorted = row.clone();
            Arrays.sort(sorted);
            builder.row(sorted);
        }
        return builder.build();
    }

    /**
     * {@return the pattern with the given columns in each row; what a pass of index sets has found}
     *
     * @param columns the number n of columns
     * @param rows one set for each of the m rows, null for an empty row
     * @throws IllegalArgumentException if there is no such column
     */
    public static SparsityPattern of(int columns, @Nullable IndexSet[] rows) {
        Builder builder = new Builder(columns, rows.length);
        for (IndexSet row : rows) {
            builder.row(row == null ? new int[0] : row.toArray());
        }
        return builder.build();
    }

    /**
     * {@return the pattern with the given entries, in any order; what occurs twice counts once}
     *
     * @param rows the number m of rows
     * @param columns the number n of columns
     * @param rowIndices the row of each entry
     * @param columnIndices the column of each entry, of the same length
     * @throws IllegalArgumentException if there is no such row or column, or if the lengths differ
     */
    public static SparsityPattern ofEntries(int rows, int columns, int[] rowIndices, int[] columnIndices) {
        requireCount("rows", rows);
        if (rowIndices.length != columnIndices.length) {
            throw new IllegalArgumentException("there are " + rowIndices.length + " row indices, but "
                    + columnIndices.length + " column indices: pass one of each for each entry");
        }
        int[] counts = new int[rows];
        for (int row : rowIndices) {
            counts[requireIndex("row", row, rows)]++;
        }
        int[][] columnsOfRows = new int[rows][];
        for (int i = 0; i < rows; i++) {
            columnsOfRows[i] = new int[counts[i]];
        }
        for (int k = 0; k < rowIndices.length; k++) {
            int row = rowIndices[k];
            columnsOfRows[row][--counts[row]] = columnIndices[k];
        }
        return of(columns, columnsOfRows);
    }

    /**
     * {@return the entries (i, j) with i − lower ≤ j ≤ i + upper: a diagonal, and diagonals below and above it}
     *
     * @param rows the number m of rows
     * @param columns the number n of columns
     * @param lower the number of diagonals below that of (0, 0), at least 0
     * @param upper the number of diagonals above it, at least 0
     * @throws IllegalArgumentException if a number is negative
     */
    public static SparsityPattern banded(int rows, int columns, int lower, int upper) {
        requireCount("rows", rows);
        requireCount("lower", lower);
        requireCount("upper", upper);
        Builder builder = new Builder(columns, rows);
        for (int i = 0; i < rows; i++) {
            int from = Math.max(0, i - lower);
            int to = (int) Math.min(columns, (long) i + upper + 1);
            builder.range(from, Math.max(from, to));
        }
        return builder.build();
    }

    /**
     * {@return all entries of an m × n matrix}
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @throws IllegalArgumentException if a number is negative, or if there are more than 2³¹ − 1 entries
     */
    public static SparsityPattern dense(int rows, int columns) {
        return banded(rows, columns, Math.max(0, rows), Math.max(0, columns));
    }

    /**
     * {@return the entries of a Jacobian that are not zero at one of some points, in n passes for each: a pattern that
     * was <em>seen</em>, and that lacks whatever happens to be zero at these points alone, such as the derivative of
     * x² at 0, or all that is behind a branch that no point takes} Choose points without such coincidences, random
     * ones around the region of interest, say.
     *
     * @param mapping n inputs, m outputs
     * @param points each of length n; left unchanged
     * @throws IllegalArgumentException if there is no point, or if one has another length
     */
    public static SparsityPattern seen(DifferentiableMapping mapping, double[]... points) {
        if (points.length == 0) {
            throw new IllegalArgumentException("there are no points: pass one at least, mapping.start() for example");
        }
        return new SeenStructure(mapping).at(points);
    }

    /** {@return the number m of rows} */
    public int rows() {
        return starts.length - 1;
    }

    /** {@return the number n of columns} */
    public int columns() {
        return columns;
    }

    /** {@return the number of entries} */
    public int entries() {
        return indices.length;
    }

    /**
     * {@return the columns of a row, increasing, as a fresh array}
     *
     * @param row a row, from 0
     */
    public int[] columnsOf(int row) {
        Objects.checkIndex(row, rows());
        return Arrays.copyOfRange(indices, starts[row], starts[row + 1]);
    }

    /**
     * {@return the largest number of entries in a row, 0 where there are no rows} No compression takes fewer
     * directions.
     */
    public int largestRow() {
        int largest = 0;
        for (int i = 0; i < rows(); i++) {
            largest = Math.max(largest, starts[i + 1] - starts[i]);
        }
        return largest;
    }

    /**
     * {@return whether (row, column) is an entry, in time logarithmic in those of the row}
     *
     * @param row a row, from 0
     * @param column a column, from 0
     */
    public boolean contains(int row, int column) {
        return position(row, column) >= 0;
    }

    /**
     * {@return the number of the entry (row, column); negative where it is none}
     *
     * @param row a row, from 0
     * @param column a column, from 0
     */
    public int position(int row, int column) {
        Objects.checkIndex(row, rows());
        Objects.checkIndex(column, columns);
        return Arrays.binarySearch(indices, starts[row], starts[row + 1], column);
    }

    /**
     * {@return the number of the first entry of each row, then the number of entries: m + 1 numbers, as a fresh array}
     */
    public int[] rowStarts() {
        return starts.clone();
    }

    /** {@return the column of each entry, as a fresh array} */
    public int[] columnIndices() {
        return indices.clone();
    }

    /** {@return the entries (j, i) for each (i, j), as n × m, in time linear in the entries} */
    public SparsityPattern transpose() {
        int[] ends = new int[columns + 1];
        for (int column : indices) {
            ends[column + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            ends[j + 1] += ends[j];
        }
        int[] next = ends.clone();
        int[] rowIndices = new int[indices.length];
        for (int i = 0; i < rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                rowIndices[next[indices[k]]++] = i;
            }
        }
        return new SparsityPattern(rows(), ends, rowIndices);
    }

    /** The number of the first entry of a row; that of the row after the last is the number of entries. */
    int start(int row) {
        return starts[row];
    }

    /** The column of an entry. */
    int column(int position) {
        return indices[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparsityPattern pattern
                && pattern.columns == columns
                && Arrays.equals(pattern.starts, starts)
                && Arrays.equals(pattern.indices, indices);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * columns + Arrays.hashCode(starts)) + Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "SparsityPattern[" + rows() + " x " + columns + ", " + entries() + " entries, at most " + largestRow()
                + " a row]";
    }

    private static int requireCount(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " is " + count + ": pass 0 or more");
        }
        return count;
    }

    private static int requireIndex(String name, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "there is no " + name + " " + index + ": the pattern has " + count + " " + name + "s, from 0");
        }
        return index;
    }

    /** Appends rows. */
    private static final class Builder {
        private final int columns;
        private final int[] starts;
        private int[] indices = new int[16];
        private int rows;
        private int size;

        Builder(int columns, int rows) {
            this.columns = requireCount("columns", columns);
            this.starts = new int[rows + 1];
        }

        /** Appends a row of sorted columns. */
        void row(int[] sorted) {
            reserve(sorted.length);
            int first = size;
            for (int column : sorted) {
                requireIndex("column", column, columns);
                if (size == first || indices[size - 1] != column) {
                    indices[size++] = column;
                }
            }
            starts[++rows] = size;
        }

        /** Appends a row of neighbouring columns. */
        void range(int from, int to) {
            reserve(to - from);
            for (int column = from; column < to; column++) {
                indices[size++] = column;
            }
            starts[++rows] = size;
        }

        private void reserve(int more) {
            long needed = (long) size + more;
            if (needed > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("the first " + (rows + 1) + " of " + (starts.length - 1)
                        + " rows have " + needed + " entries, more than an array has room for: "
                        + "treat fewer outputs at a time");
            }
            if (needed > indices.length) {
                indices = Arrays.copyOf(indices, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * size)));
            }
        }

        SparsityPattern build() {
            return new SparsityPattern(columns, starts, Arrays.copyOf(indices, size));
        }
    }
}
