package io.github.pushforward.runtime;

import java.util.SplittableRandom;

/** Patterns for tests. */
final class Patterns {

    private Patterns() {}

    /** A point of a side × side grid depends on the points of the grid at the given offsets. */
    static SparsityPattern stencil(int side, int[][] offsets) {
        IndexSet[] rows = new IndexSet[side * side];
        for (int a = 0; a < side; a++) {
            for (int b = 0; b < side; b++) {
                for (int[] offset : offsets) {
                    int c = a + offset[0];
                    int d = b + offset[1];
                    if (c >= 0 && c < side && d >= 0 && d < side) {
                        rows[a * side + b] = IndexSet.union(rows[a * side + b], IndexSet.of(c * side + d));
                    }
                }
            }
        }
        return SparsityPattern.of(side * side, rows);
    }

    static SparsityPattern fivePoint(int side) {
        return stencil(side, new int[][] {{-1, 0}, {0, -1}, {0, 0}, {0, 1}, {1, 0}});
    }

    static SparsityPattern ninePoint(int side) {
        int[][] offsets = new int[9][];
        for (int k = 0; k < 9; k++) {
            offsets[k] = new int[] {k / 3 - 1, k % 3 - 1};
        }
        return stencil(side, offsets);
    }

    /** The diagonal and the first row. */
    static SparsityPattern arrowhead(int n) {
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new int[] {i};
        }
        rows[0] = new int[n];
        for (int j = 0; j < n; j++) {
            rows[0][j] = j;
        }
        return SparsityPattern.of(n, rows);
    }

    static SparsityPattern blockDiagonal(int blocks, int size) {
        int[][] rows = new int[blocks * size][size];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = i / size * size + k;
            }
        }
        return SparsityPattern.of(blocks * size, rows);
    }

    /** Each row has up to {@code most} entries; some rows and columns have none. */
    static SparsityPattern random(int rows, int columns, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] columnsOfRows = new int[rows][];
        for (int i = 0; i < rows; i++) {
            columnsOfRows[i] = new int[random.nextInt(most + 1)];
            for (int k = 0; k < columnsOfRows[i].length; k++) {
                columnsOfRows[i][k] = random.nextInt(columns);
            }
        }
        return SparsityPattern.of(columns, columnsOfRows);
    }
}
