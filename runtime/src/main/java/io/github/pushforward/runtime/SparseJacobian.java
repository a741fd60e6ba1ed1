package io.github.pushforward.runtime;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The Jacobian of a mapping Rⁿ → Rᵐ from as many directions as its pattern needs colours, rather than n: columns that have no row
 * in common share a direction, the sum of their unit vectors, and each number of the product is an entry of one of them (Curtis,
 * Powell and Reid, J. Inst. Math. Appl. 13, 1974; {@link ColumnColoring}). A Jacobian with a band of width b takes b directions
 * whatever n is.
 *
 * <pre>{@code
 * SparseJacobian plan = SparseJacobian.of(mapping, SparsityPattern.banded(n, n, 1, 1));
 * double[] y = new double[n];
 * SparseMatrix jacobian = plan.evaluate(mapping.start(), y); // 3 directions, and 1 for the check
 * }</pre>
 *
 * <p>An instance is a plan, made once for a mapping and good for any number of points. Directions are handed to {@link
 * DifferentiableMapping#along(double[], double[][], double[], double[][])} in blocks of up to 8, for which the plan keeps up to
 * 8(n + m) numbers; an evaluation into the caller's arrays allocates no array of that size. It serves one thread at a time, as
 * the mapping does.
 *
 * <p><b>The check.</b> A pattern that lacks an entry gives wrong numbers, in that entry and in those that share its direction. So
 * the first evaluation makes one pass more, along a random direction v, and compares J v with the product of what it found; see
 * {@link #check}. Where rows cannot be judged, because they are not finite, the next evaluation is checked again. The pattern may
 * still be wrong elsewhere, where the mapping takes other branches: call {@link #check} there. {@link #withoutCheck()} saves the
 * pass.
 *
 * <p>Hessians, whose symmetry would save directions (star and acyclic colourings), are out of scope: the gradient as a mapping has
 * a sparse Jacobian like any other.
 */
public final class SparseJacobian {
    private static final int BLOCK = 8;
    private static final double TOLERANCE = 1e-6;

    private final DifferentiableMapping mapping;
    private final ColumnColoring coloring;
    private final SparsityPattern pattern;
    private final SparsityPattern byColumns;
    /** The number in {@link #pattern} of each entry of {@link #byColumns}. */
    private final int[] positions;
    /** Infinite where nothing is checked. */
    private final double tolerance;
    /** All zeros between evaluations. */
    private final double[][] directions;

    private final double[][] products;
    /** Whether the next evaluation is checked: until every row was judged once. */
    private boolean due;

    private SparseJacobian(DifferentiableMapping mapping, ColumnColoring coloring, double tolerance) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.coloring = coloring;
        this.pattern = coloring.pattern();
        this.tolerance = tolerance;
        this.due = tolerance < Double.POSITIVE_INFINITY;
        int n = mapping.inputDimension();
        int m = mapping.outputDimension();
        if (pattern.rows() != m || pattern.columns() != n) {
            throw new IllegalArgumentException("the mapping has " + m + " outputs and " + n + " inputs, but there is "
                    + pattern + ": pass a pattern with a row for each output and a column for each input");
        }
        byColumns = pattern.transpose();
        positions = positions(pattern, byColumns);
        int block = Math.min(BLOCK, coloring.colors());
        directions = new double[block][n];
        products = new double[block][m];
    }

    /**
     * {@return a plan by what the mapping says of its own structure, {@link DifferentiableMapping#sparsity()}}
     *
     * @param mapping the mapping
     * @throws IllegalArgumentException if that does not fit the mapping
     */
    public static SparseJacobian of(DifferentiableMapping mapping) {
        return of(mapping, mapping.sparsity());
    }

    /**
     * {@return a plan by a pattern, coloured by {@link ColumnColoring#of(SparsityPattern)}}
     *
     * @param mapping the mapping
     * @param pattern m × n: every entry of the Jacobian that may differ from zero, and perhaps more
     * @throws IllegalArgumentException if the pattern has another number of rows or columns
     */
    public static SparseJacobian of(DifferentiableMapping mapping, SparsityPattern pattern) {
        return of(mapping, ColumnColoring.of(pattern));
    }

    /**
     * {@return a plan by a coloured pattern}
     *
     * @param mapping the mapping
     * @param coloring the colours of the columns, with the structure
     * @throws IllegalArgumentException if the pattern has another number of rows or columns
     */
    public static SparseJacobian of(DifferentiableMapping mapping, ColumnColoring coloring) {
        return new SparseJacobian(mapping, coloring, TOLERANCE);
    }

    /**
     * A plan as this one, for the same mapping and so the same thread, whose evaluations check nothing.
     *
     * @return the same plan, which checks nothing
     */
    public SparseJacobian withoutCheck() {
        return new SparseJacobian(mapping, coloring, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return a plan as this one, for the same mapping and so the same thread, whose first evaluation is checked to
     * another tolerance than 1e-6: a larger one, 1e-3 say, for methods that compute in {@code float}, or that lose
     * many digits}
     *
     * @param relative for {@link Report#maxRelativeError()}, positive and finite
     * @throws IllegalArgumentException if {@code relative} is not positive and finite
     */
    public SparseJacobian withTolerance(double relative) {
        Arguments.requireTolerance(relative);
        return new SparseJacobian(mapping, coloring, relative);
    }

    /** {@return the pattern that the Jacobian is compressed by} */
    public SparsityPattern pattern() {
        return pattern;
    }

    /** {@return the colours of its columns; their number is that of directions for each evaluation} */
    public ColumnColoring coloring() {
        return coloring;
    }

    /**
     * The value and the Jacobian, along one direction for each colour (one run of the original where there is none).
     *
     * @param x the inputs, of length n; left unchanged
     * @param y receives f(x), of length m
     * @return the Jacobian, of the pattern of this plan
     * @throws IllegalArgumentException if an array has another length
     * @throws WrongPatternException if this evaluation is checked, as the first one is, and the pattern is found to be wrong
     */
    public SparseMatrix evaluate(double[] x, double[] y) {
        double[] values = new double[pattern.entries()];
        evaluate(x, y, values);
        return new SparseMatrix(pattern, values);
    }

    /**
     * As {@link #evaluate(double[], double[])}, into an array of the caller's.
     *
     * @param x the inputs; left unchanged
     * @param y receives the outputs
     * @param values receives ∂f_i/∂x_j for each entry (i, j) of the pattern, in its order
     * @throws IllegalArgumentException if an array has another length
     * @throws WrongPatternException if this evaluation is checked, as the first one is, and the pattern is found to be wrong
     */
    public void evaluate(double[] x, double[] y, double[] values) {
        compress(x, y, values);
        if (due) {
            Report report = judge(x, values, new SplittableRandom(0L));
            if (!report.passed(tolerance)) {
                throw new WrongPatternException(report);
            }
            due = report.unjudgedOutputs() > 0;
        }
    }

    /**
     * Evaluates at a point, and compares J v along a Gaussian direction v with the product of the entries that were found, row by
     * row: one direction more than an evaluation, and where the pattern is wrong about 2 log₂ n more to name an input that it lacks.
     *
     * <p>A wrong pattern is caught with probability 1, up to rounding. Let D be what was found minus J. Where J has an entry that is
     * not zero and not in the pattern, D is not zero there; its row D_i·v is normal with variance ‖D_i‖², so it is 0 with
     * probability 0. (Signs ±1 would not do: a missing entry adds itself to another of its row, so that D_i·v is often J_ij(v_k −
     * v_j), which is 0 for half of all signs.) Rows are judged relative to s, the sum of |F_ij v_j| over the entries F that were
     * found, so with a tolerance τ a wrong row escapes with a probability of the order of τs/‖D_i‖.
     *
     * <p>What escapes: entries that happen to be zero at this point, where what was found is right all the same; entries that
     * are smaller than about τ times the rest of their row; and rows whose derivatives are infinite or NaN, which are
     * counted. Entries of the pattern that are always zero do no harm but to the number of colours.
     *
     * @param x the inputs, of length n; left unchanged
     * @param random what the direction is drawn from
     * @return what was compared, and how far it is apart
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public Report check(double[] x, RandomGenerator random) {
        double[] values = new double[pattern.entries()];
        compress(x, new double[pattern.rows()], values);
        return judge(x, values, Objects.requireNonNull(random, "random"));
    }

    private Report judge(double[] x, double[] values, RandomGenerator random) {
        double search = tolerance < Double.POSITIVE_INFINITY ? tolerance : TOLERANCE;
        return new PatternCheck(mapping, new SparseMatrix(pattern, values), x).along(random, search);
    }

    private void compress(double[] x, double[] y, double[] values) {
        Arguments.requireLength("x", x, pattern.columns());
        if (y.length != pattern.rows() || values.length != pattern.entries()) {
            throw new IllegalArgumentException("y has length " + y.length + " and values " + values.length
                    + ", but the Jacobian has " + pattern + ": pass a number for each row and one for each entry");
        }
        int colors = coloring.colors();
        if (colors == 0) {
            mapping.value(x, y);
        }
        for (int first = 0; first < colors; first += BLOCK) {
            int count = Math.min(BLOCK, colors - first);
            seed(first, count, 1);
            try {
                boolean whole = count == directions.length;
                mapping.along(
                        x,
                        whole ? directions : Arrays.copyOf(directions, count),
                        y,
                        whole ? products : Arrays.copyOf(products, count));
            } finally {
                seed(first, count, 0);
            }
            decompress(first, count, values);
        }
    }

    private void seed(int first, int count, double component) {
        for (int k = 0; k < count; k++) {
            for (int member = coloring.start(first + k); member < coloring.start(first + k + 1); member++) {
                directions[k][coloring.member(member)] = component;
            }
        }
    }

    private void decompress(int first, int count, double[] values) {
        for (int k = 0; k < count; k++) {
            double[] product = products[k];
            for (int member = coloring.start(first + k); member < coloring.start(first + k + 1); member++) {
                int column = coloring.member(member);
                for (int entry = byColumns.start(column); entry < byColumns.start(column + 1); entry++) {
                    values[positions[entry]] = product[byColumns.column(entry)];
                }
            }
        }
    }

    private static int[] positions(SparsityPattern pattern, SparsityPattern byColumns) {
        int[] next = byColumns.rowStarts();
        int[] positions = new int[pattern.entries()];
        for (int position = 0; position < positions.length; position++) {
            positions[next[pattern.column(position)]++] = position;
        }
        return positions;
    }

    /**
     * What a check found.
     *
     * @param outputs the number m of rows
     * @param worstOutput the row where the product along v is off most; −1 where no row was judged
     * @param exact that row of J v, from one pass
     * @param decompressed that row of the product of the entries found with v
     * @param maxRelativeError their distance, relative to the sum of |F_ij v_j| over the entries F found or to the larger of
     *     them; infinite where only one is finite
     * @param missingInput an input that the worst output depends on and that its row of the pattern lacks; −1 where none was
     *     looked for, or none was found
     * @param unjudgedOutputs the number of rows that were not judged, because both products are infinite or NaN
     * @serial exclude
     */
    public record Report(
            int outputs,
            int worstOutput,
            double exact,
            double decompressed,
            double maxRelativeError,
            int missingInput,
            int unjudgedOutputs)
            implements Serializable {

        /**
         * {@return whether no row that was judged is off by more than {@code tolerance}}
         *
         * @param tolerance for the relative error, positive and finite; 1e-6 suits most mappings
         * @throws IllegalArgumentException if {@code tolerance} is not positive and finite
         */
        public boolean passed(double tolerance) {
            Arguments.requireTolerance(tolerance);
            return maxRelativeError <= tolerance;
        }

        /** One line that names the worst row, and what to do where it is wrong. */
        @Override
        public String toString() {
            StringBuilder text =
                    new StringBuilder("SparseJacobian of " + outputs + " outputs along a random direction: ");
            if (worstOutput >= 0) {
                text.append("the worst is output " + worstOutput + ", exact " + exact + ", by the entries found "
                        + decompressed + ", relative error " + maxRelativeError);
            } else {
                text.append("no row to judge");
            }
            if (missingInput >= 0) {
                text.append("; output " + worstOutput + " depends on input " + missingInput
                        + ", which its row of the pattern lacks: add the entry, or find the pattern at this point");
            }
            if (unjudgedOutputs > 0) {
                text.append("; " + unjudgedOutputs + " of the rows are not finite and were not judged");
            }
            return text.toString();
        }
    }
}
