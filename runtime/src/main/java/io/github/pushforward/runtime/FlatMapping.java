package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What generated flat views Rⁿ → Rᵐ have in common: checks of lengths, the number of outputs, and the exact Jacobian by one
 * pass along each unit direction. A generated subclass says how a flat array fills its inputs and tangents, which methods to
 * run, and how the outputs fill flat arrays.
 *
 * <p>Every pass fills the inputs anew, unless none writes to them, so that it never sees what an earlier one wrote into its arrays.
 */
public abstract class FlatMapping extends FlatView implements DifferentiableMapping {
    private static final int UNKNOWN = -1;

    private int outputs = UNKNOWN;
    /** Room for one column of a Jacobian, or for those of a lane pass, made when first needed. */
    private double[] column = {};

    /**
     * A view whose runs may write to its inputs.
     *
     * @param start the packed values that the view is made from; kept, not copied
     */
    protected FlatMapping(double[] start) {
        this(start, false);
    }

    /**
     * A view.
     *
     * @param start the packed values that the view is made from; kept, not copied
     * @param keepsInputs whether runs leave the inputs as they are, so that they need to be filled for another point alone
     */
    protected FlatMapping(double[] start, boolean keepsInputs) {
        super(start, keepsInputs);
    }

    /**
     * Runs the original method on the inputs, and keeps its outputs.
     *
     * @throws Throwable whatever the method throws
     */
    protected abstract void primal() throws Throwable;

    /**
     * Runs the tangent method on the inputs and the tangents, and keeps its outputs and their tangents.
     *
     * @throws Throwable whatever the method throws
     */
    protected abstract void tangent() throws Throwable;

    /** {@return the number of outputs of the last run} */
    protected abstract int size();

    /**
     * Packs the outputs of the last run.
     *
     * @param y receives the outputs
     */
    protected abstract void values(double[] y);

    /**
     * Packs the tangents of the outputs of the last pass.
     *
     * @param yTangent receives their tangents
     */
    protected abstract void tangents(double[] yTangent);

    /**
     * Runs the lane form of the tangent method on the inputs and the tangents of all lanes, and keeps its outputs and their
     * tangents.
     *
     * @throws Throwable whatever the method throws
     */
    protected void lanePass() throws Throwable {
        throw new IllegalStateException("the view has no lane pass");
    }

    /**
     * Packs the tangents of the outputs of the last lane pass: that of output i and lane l at {@code W·i + l}.
     *
     * @param yTangents receives their tangents, one row a direction, interleaved
     */
    protected void laneTangents(double[] yTangents) {
        throw new IllegalStateException("the view has no lane pass");
    }

    /**
     * Runs the form with rows of the tangent method on the inputs and the rows, and keeps its outputs and the rows of those.
     *
     * @throws Throwable whatever the method throws
     */
    protected void rowPass() throws Throwable {
        throw new IllegalStateException("the view has no rows");
    }

    /**
     * Packs the rows of the outputs of the last pass with rows, one after the other.
     *
     * @param yTangents receives them
     */
    protected void rowTangents(double[] yTangents) {
        throw new IllegalStateException("the view has no rows");
    }

    /**
     * Runs the index-set form of the tangent method on the inputs, which carries the set of the inputs that each number may depend on.
     *
     * @param sets numbers the inputs, in the order in which they are packed, and receives the sets of the outputs, in theirs
     * @return whether there is such a form
     * @throws Throwable whatever the method throws
     */
    protected boolean indexSetPass(IndexSetPass sets) throws Throwable {
        return false;
    }

    /**
     * {@return the Jacobian at the start, in passes along the unit directions (one run of the original method where n
     * = 0), which leave the outputs behind; learns the number of outputs on the way, without a run of its own}
     */
    protected final JacobianColumns jacobianAtStart() {
        int n = inputs();
        if (n == 0) {
            move(origin());
            run();
            outputs = size();
            return new JacobianColumns(new double[outputs][0]);
        }
        int first = nextPass(n);
        if (!(first > 1 && runLanes(origin(), null, 0, first))) {
            first = 1;
            enterAlong(origin(), null, 0);
            pass();
        }
        outputs = size();
        double[][] jacobian = new double[outputs][n];
        take(jacobian, true, 0, first);
        passes(origin(), null, first, n, jacobian, true);
        return new JacobianColumns(jacobian);
    }

    @Override
    public final int inputDimension() {
        return inputs();
    }

    @Override
    public final int outputDimension() {
        if (outputs == UNKNOWN) {
            move(origin());
            run();
            outputs = size();
        }
        return outputs;
    }

    @Override
    public final void value(double[] x, double[] y) {
        requireInputs("x", x);
        requireOutputs("y", y);
        run(x, y);
    }

    @Override
    public final void along(double[] x, double[] v, double[] y, double[] yTangent) {
        requireInputs("x", x);
        requireInputs("v", v);
        requireOutputs("y", y);
        requireOutputs("yTangent", yTangent);
        enterAlong(x, v);
        pass();
        requireSameSize();
        values(y);
        tangents(yTangent);
    }

    @Override
    public final void along(double[] x, double[][] directions, double[] y, double[][] yTangents) {
        requireInputs("x", x);
        requireDirections(directions);
        requireOutputs("y", y);
        if (yTangents.length != directions.length) {
            throw new IllegalArgumentException("yTangents has " + yTangents.length + " rows, but there are "
                    + directions.length + " directions: pass one row for each");
        }
        requireLengths("yTangents", yTangents, "outputs", outputDimension());
        passes(x, directions, 0, directions.length, yTangents, false);
        leave(x, y, directions.length);
    }

    @Override
    public final void jacobian(double[] x, double[] y, double[][] jacobian) {
        requireInputs("x", x);
        requireOutputs("y", y);
        requireRows("jacobian", jacobian, "outputs", outputDimension());
        requireLengths("jacobian", jacobian, "inputs", inputs());
        passes(x, null, 0, inputs(), jacobian, true);
        leave(x, y, inputs());
    }

    @Override
    public final void jacobianByColumns(double[] x, double[] y, double[][] columns) {
        requireInputs("x", x);
        requireOutputs("y", y);
        requireRows("columns", columns, "inputs", inputs());
        requireLengths("columns", columns, "outputs", outputDimension());
        passes(x, null, 0, inputs(), columns, false);
        leave(x, y, inputs());
    }

    /**
     * What the outputs depend on at {@link #start()}, found by one pass of the method that carries sets of inputs in place of
     * tangents, exact for the branches taken there: a factor that happens to be zero hides nothing. Another point may take another
     * branch; {@link SparseJacobian} checks that, and {@link #sparsity(double[])} looks there. Where the method has active objects,
     * functions as parameters or custom rules, so that there is no such pass, every entry.
     */
    @Override
    public SparsityPattern sparsity() {
        return sparsity(origin());
    }

    /** What the outputs depend on at a point, as {@link #sparsity()} finds it at the start. */
    @Override
    public SparsityPattern sparsity(double[] x) {
        requireInputs("x", x);
        int expected = outputDimension();
        move(x);
        IndexSetPass sets = new IndexSetPass();
        boolean isKnown;
        try {
            isKnown = indexSetPass(sets);
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
        if (!isKnown) {
            return SparsityPattern.dense(expected, inputs());
        }
        requireSameSize(sets.size());
        return sets.pattern();
    }

    /** The outputs of the last pass; of a run where there was none. */
    private void leave(double[] x, double[] y, int passes) {
        if (passes == 0) {
            run(x, y);
        } else {
            values(y);
        }
    }

    /**
     * Makes the passes along directions {@code from} to {@code to}.
     *
     * @param directions null for the unit directions of the inputs
     * @param products receives the products: as {@code products[output][direction]}, or the other way round
     */
    private void passes(
            double[] x, double @Nullable [][] directions, int from, int to, double[][] products, boolean byOutputs) {
        for (int k = from; k < to; ) {
            int end = k + nextPass(to - k);
            if (end - k > 1 && runLanes(x, directions, k, end)) {
                take(products, byOutputs, k, end - k);
                k = end;
            }
            for (; k < end; k++) {
                enterAlong(x, directions, k);
                pass();
                take(products, byOutputs, k, 1);
            }
        }
    }

    /** Whether a lane pass came to its end. */
    private boolean runLanes(double[] x, double @Nullable [][] directions, int first, int end) {
        try {
            if (isOfRows(end - first)) {
                enterRows(x, directions, first, end - first);
                rowPass();
            } else {
                enterLanes(x, directions, first, end - first);
                lanePass();
            }
            return true;
        } catch (Throwable thrown) {
            return false; // the passes of one direction say what the original throws, if it throws
        }
    }

    /** Takes the products along {@code count} directions from {@code first} on; more than one come from a lane pass. */
    private void take(double[][] products, boolean byOutputs, int first, int count) {
        requireSameSize();
        boolean isOfRows = isOfRows(count);
        int width = isOfRows ? rowLength() : count == 1 ? 1 : lanes();
        if (column.length < width * outputs) {
            column = new double[width * outputs];
        }
        if (count == 1) {
            tangents(column);
        } else if (isOfRows) {
            rowTangents(column);
        } else {
            laneTangents(column);
        }
        for (int lane = 0; lane < count; lane++) {
            for (int i = 0; i < outputs; i++) {
                double product = column[width * i + lane];
                if (byOutputs) {
                    products[i][first + lane] = product;
                } else {
                    products[first + lane][i] = product;
                }
            }
        }
    }

    private void run() {
        try {
            primal();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    private void pass() {
        try {
            tangent();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    private void run(double[] x, double[] y) {
        move(x);
        run();
        requireSameSize();
        values(y);
    }

    private void requireOutputs(String name, double[] array) {
        if (array.length != outputDimension()) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", but the mapping has "
                    + outputDimension() + " outputs: pass room for each");
        }
    }

    private static void requireRows(String name, double[][] rows, String counted, int count) {
        if (rows.length != count) {
            throw new IllegalArgumentException(name + " has " + rows.length + " rows, but the mapping has " + count
                    + " " + counted + ": pass one row for each");
        }
    }

    private static void requireLengths(String name, double[][] rows, String counted, int length) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != length) {
                throw new IllegalArgumentException(name + "[" + i + "] has length " + rows[i].length
                        + ", but the mapping has " + length + " " + counted + ": pass rows of that length");
            }
        }
    }

    private void requireSameSize() {
        requireSameSize(size());
    }

    private void requireSameSize(int size) {
        if (size != outputs) {
            throw new IllegalStateException(
                    "the method gave " + size + " outputs at this point, but " + outputs
                            + " at start(): a flat view needs a method whose number of outputs depends on shapes and constants alone");
        }
    }
}
