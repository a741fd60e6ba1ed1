package io.github.pushforward.example.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Where a function of two numbers has some level: marching squares (C. Maple, <i>Geometric design and space planning using the marching
 * squares and marching cube algorithms</i>, 2003) on a grid, with straight pieces, the function taken as linear along the edges of the
 * cells.
 */
public final class ContourLines {

    private final double[] xs;
    private final double[] ys;
    private final double[][] values;

    /** On a grid of {@code cells} by {@code cells} cells of a rectangle. */
    public ContourLines(DoubleBinaryOperator function, double xMin, double xMax, double yMin, double yMax, int cells) {
        xs = grid(xMin, xMax, cells);
        ys = grid(yMin, yMax, cells);
        values = new double[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            for (int j = 0; j <= cells; j++) {
                values[i][j] = function.applyAsDouble(xs[i], ys[j]);
            }
        }
    }

    private static double[] grid(double min, double max, int cells) {
        double[] grid = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            grid[i] = min + (max - min) * i / cells;
        }
        return grid;
    }

    /** A line of the background for each level that occurs, broken between its pieces. */
    public List<Line> at(double... levels) {
        List<Line> lines = new ArrayList<>();
        for (double level : levels) {
            Pieces pieces = new Pieces();
            for (int i = 0; i + 1 < xs.length; i++) {
                for (int j = 0; j + 1 < ys.length; j++) {
                    cell(i, j, level, pieces);
                }
            }
            if (!pieces.x.isEmpty()) {
                lines.add(new Line("", array(pieces.x), array(pieces.y), Line.Style.BACKGROUND));
            }
        }
        return lines;
    }

    /** The pieces in a cell: one edge is crossed for each end; where all four are, the first two and the last two belong together. */
    private void cell(int i, int j, double level, Pieces pieces) {
        int before = pieces.ends;
        crossing(i, j, i + 1, j, level, pieces);
        crossing(i + 1, j, i + 1, j + 1, level, pieces);
        crossing(i + 1, j + 1, i, j + 1, level, pieces);
        crossing(i, j + 1, i, j, level, pieces);
        assert (pieces.ends - before) % 2 == 0 : "a closed path crosses a level an even number of times";
    }

    private void crossing(int i1, int j1, int i2, int j2, double level, Pieces pieces) {
        double a = values[i1][j1];
        double b = values[i2][j2];
        if (a < level != b < level) {
            double t = (level - a) / (b - a);
            pieces.add(xs[i1] + t * (xs[i2] - xs[i1]), ys[j1] + t * (ys[j2] - ys[j1]));
        }
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Ends of pieces, two by two, with a break behind each pair. */
    private static final class Pieces {
        private final List<Double> x = new ArrayList<>();
        private final List<Double> y = new ArrayList<>();
        private int ends;

        void add(double atX, double atY) {
            x.add(atX);
            y.add(atY);
            ends++;
            if (ends % 2 == 0) {
                x.add(atX);
                y.add(Double.NaN);
            }
        }
    }
}
