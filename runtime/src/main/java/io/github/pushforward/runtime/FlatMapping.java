package io.github.pushforward.runtime;

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
    /** Room for one column of a Jacobian, made when first needed. */
    private double[] column = {};

    /** @param start the packed values that the view is made from; kept, not copied */
    protected FlatMapping(double[] start) {
        this(start, false);
    }

    /**
     * @param start the packed values that the view is made from; kept, not copied
     * @param keepsInputs whether runs leave the inputs as they are, so that they need to be filled for another point alone
     */
    protected FlatMapping(double[] start, boolean keepsInputs) {
        super(start, keepsInputs);
    }

    /** Runs the original method on the inputs, and keeps its outputs. */
    protected abstract void primal() throws Throwable;

    /** Runs the tangent method on the inputs and the tangents, and keeps its outputs and their tangents. */
    protected abstract void tangent() throws Throwable;

    /** The number of outputs of the last run. */
    protected abstract int size();

    /** Packs the outputs of the last run. */
    protected abstract void values(double[] y);

    /** Packs the tangents of the outputs of the last pass. */
    protected abstract void tangents(double[] yTangent);

    /**
     * The Jacobian at the start, in n passes (one run of the original method where n = 0), which leave the outputs
     * behind; learns the number of outputs on the way, without a run of its own.
     */
    protected final JacobianColumns jacobianAtStart() {
        int n = inputs();
        if (n == 0) {
            enterStart();
            run();
            outputs = size();
            return new JacobianColumns(new double[outputs][0]);
        }
        enterStartAlong(0);
        pass();
        outputs = size();
        double[][] jacobian = new double[outputs][n];
        takeColumn(jacobian, 0);
        for (int j = 1; j < n; j++) {
            enterStartAlong(j);
            pass();
            takeColumn(jacobian, j);
        }
        return new JacobianColumns(jacobian);
    }

    @Override
    public final int inputDimension() {
        return inputs();
    }

    @Override
    public final int outputDimension() {
        if (outputs == UNKNOWN) {
            enterStart();
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
    public final void jacobian(double[] x, double[] y, double[][] jacobian) {
        requireInputs("x", x);
        requireOutputs("y", y);
        requireRows(jacobian);
        int n = inputs();
        if (n == 0) {
            run(x, y);
            return;
        }
        for (int j = 0; j < n; j++) {
            enterAlong(x, j);
            pass();
            takeColumn(jacobian, j);
        }
        values(y);
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

    private void takeColumn(double[][] jacobian, int j) {
        requireSameSize();
        if (column.length != outputs) {
            column = new double[outputs];
        }
        tangents(column);
        for (int i = 0; i < outputs; i++) {
            jacobian[i][j] = column[i];
        }
    }

    private void requireOutputs(String name, double[] array) {
        if (array.length != outputDimension()) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", but the mapping has "
                    + outputDimension() + " outputs: pass room for each");
        }
    }

    private void requireRows(double[][] jacobian) {
        if (jacobian.length != outputDimension()) {
            throw new IllegalArgumentException("jacobian has " + jacobian.length + " rows, but the mapping has "
                    + outputDimension() + " outputs: pass one row for each");
        }
        for (int i = 0; i < jacobian.length; i++) {
            if (jacobian[i].length != inputs()) {
                throw new IllegalArgumentException("jacobian[" + i + "] has length " + jacobian[i].length
                        + ", but the mapping has " + inputs() + " inputs: pass rows of that length");
            }
        }
    }

    private void requireSameSize() {
        int size = size();
        if (size != outputs) {
            throw new IllegalStateException(
                    "the method gave " + size + " outputs at this point, but " + outputs
                            + " at start(): a flat view needs a method whose number of outputs depends on shapes and constants alone");
        }
    }
}
