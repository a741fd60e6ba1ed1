package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What generated flat views Rⁿ → R have in common: checks of lengths, and the exact gradient by passes along the unit
 * directions, several a pass. A generated subclass says how a flat array fills its inputs and tangents, and which methods to run.
 *
 * <p>Every pass fills the inputs anew, unless none writes to them, so that it never sees what an earlier one wrote into its arrays.
 * Where a lane pass throws, its directions are taken one by one, so that what comes out is what the original throws.
 */
public abstract class FlatFunction extends FlatView implements DifferentiableFunction {
    /** What the last lane pass computed. */
    private double laneValue;

    private double[] laneDerivatives = {};

    /** @param start the packed values that the view is made from; kept, not copied */
    protected FlatFunction(double[] start) {
        this(start, false);
    }

    /**
     * @param start the packed values that the view is made from; kept, not copied
     * @param keepsInputs whether runs leave the inputs as they are, so that they need to be filled for another point alone
     */
    protected FlatFunction(double[] start, boolean keepsInputs) {
        super(start, keepsInputs);
    }

    /** Runs the original method on the inputs. */
    protected abstract double primal() throws Throwable;

    /** Runs the tangent method on the inputs and the tangents. */
    protected abstract Dual tangent() throws Throwable;

    /**
     * Runs the lane form of the tangent method on the inputs and the tangents of all lanes.
     *
     * @param derivatives receives the directional derivatives, one for each lane
     * @return the value
     */
    protected double tangents(double[] derivatives) throws Throwable {
        throw new IllegalStateException("the view has no lane pass");
    }

    /**
     * Runs the form with rows of the tangent method on the inputs and the rows.
     *
     * @param derivatives receives the directional derivatives, one for each direction
     * @return the value
     */
    protected double rowTangents(double[] derivatives) throws Throwable {
        throw new IllegalStateException("the view has no rows");
    }

    @Override
    public final int dimension() {
        return inputs();
    }

    @Override
    public final double value(double[] x) {
        requireInputs("x", x);
        move(x);
        try {
            return primal();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    private Dual pass() {
        try {
            return tangent();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    @Override
    public final Dual along(double[] x, double[] v) {
        requireInputs("x", x);
        requireInputs("v", v);
        enterAlong(x, v);
        return pass();
    }

    @Override
    public final double along(double[] x, double[][] directions, double[] derivatives) {
        requireInputs("x", x);
        requireDirections(directions);
        Arguments.requireDerivatives(derivatives, directions.length);
        Arguments.requireApart("derivatives", derivatives, "x", x);
        return passes(x, directions, derivatives);
    }

    @Override
    public final double gradient(double[] x, double[] gradient) {
        requireInputs("x", x);
        requireInputs("gradient", gradient);
        Arguments.requireApart("gradient", gradient, "x", x);
        return passes(x, null, gradient);
    }

    /** @param directions null for the unit directions of the inputs */
    private double passes(double[] x, double @Nullable [][] directions, double[] derivatives) {
        int count = derivatives.length;
        if (count == 0) {
            return value(x);
        }
        double value = 0;
        for (int k = 0; k < count; ) {
            int end = k + nextPass(count - k);
            if (end - k > 1 && lanePass(x, directions, k, end)) {
                value = laneValue;
                System.arraycopy(laneDerivatives, 0, derivatives, k, end - k);
                k = end;
            }
            for (; k < end; k++) {
                enterAlong(x, directions, k);
                Dual dual = pass();
                derivatives[k] = dual.tangent();
                value = dual.value();
            }
        }
        return value;
    }

    /** Whether a lane pass came to its end. */
    private boolean lanePass(double[] x, double @Nullable [][] directions, int first, int end) {
        boolean isOfRows = isOfRows(end - first);
        int room = isOfRows ? rowLength() : lanes();
        if (laneDerivatives.length < room) {
            laneDerivatives = new double[room];
        }
        try {
            if (isOfRows) {
                enterRows(x, directions, first, end - first);
                laneValue = rowTangents(laneDerivatives);
            } else {
                enterLanes(x, directions, first, end - first);
                laneValue = tangents(laneDerivatives);
            }
            return true;
        } catch (Throwable thrown) {
            return false; // the passes of one direction say what the original throws, if it throws
        }
    }
}
