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

    /**
     * A view whose runs may write to its inputs.
     *
     * @param start the packed values that the view is made from; kept, not copied
     */
    protected FlatFunction(double[] start) {
        this(start, false);
    }

    /**
     * A view.
     *
     * @param start the packed values that the view is made from; kept, not copied
     * @param keepsInputs whether runs leave the inputs as they are, so that they need to be filled for another point alone
     */
    protected FlatFunction(double[] start, boolean keepsInputs) {
        super(start, keepsInputs);
    }

    /**
     * Runs the original method on the inputs.
     *
     * @return the value
     * @throws Throwable whatever the method throws
     */
    protected abstract double primal() throws Throwable;

    /**
     * Runs the tangent method on the inputs and the tangents.
     *
     * @return the value and its directional derivative
     * @throws Throwable whatever the method throws
     */
    protected abstract Dual tangent() throws Throwable;

    /**
     * Runs the lane form of the tangent method on the inputs and the tangents of all lanes.
     *
     * @param derivatives receives the directional derivatives, one for each lane
     * @return the value
     * @throws Throwable whatever the method throws
     */
    protected double tangents(double[] derivatives) throws Throwable {
        throw new IllegalStateException("the view has no lane pass");
    }

    /**
     * Runs the form with rows of the tangent method on the inputs and the rows.
     *
     * @param derivatives receives the directional derivatives, one for each direction
     * @return the value
     * @throws Throwable whatever the method throws
     */
    protected double rowTangents(double[] derivatives) throws Throwable {
        throw new IllegalStateException("the view has no rows");
    }

    /** {@return whether one lane pass has room for the unit directions of all inputs, so that {@link #unitTangents} can run it} */
    protected boolean hasUnitPass() {
        return false;
    }

    /**
     * Runs the lane form of the tangent method on the inputs and their unit directions, which are constants of the call: a few numbers cost more
     * to be written to arrays and read again than to be differentiated.
     *
     * @param derivatives receives the derivatives by the inputs, and zeros in the lanes left over
     * @return the value
     * @throws Throwable whatever the method throws
     */
    protected double unitTangents(double[] derivatives) throws Throwable {
        throw new IllegalStateException("the view has no pass along unit directions");
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
        return hasUnitPass() && unitPass(x, gradient) ? laneValue : passes(x, null, gradient);
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

    /** Whether the pass along the unit directions of all inputs came to its end. */
    private boolean unitPass(double[] x, double[] gradient) {
        double[] derivatives = gradient.length == lanes() ? gradient : roomForDerivatives(lanes());
        try {
            move(x);
            laneValue = unitTangents(derivatives);
        } catch (Throwable thrown) {
            return false; // as below
        }
        if (derivatives != gradient) {
            System.arraycopy(derivatives, 0, gradient, 0, gradient.length);
        }
        return true;
    }

    private double[] roomForDerivatives(int directions) {
        if (laneDerivatives.length < directions) {
            laneDerivatives = new double[directions];
        }
        return laneDerivatives;
    }

    /** Whether a lane pass came to its end. */
    private boolean lanePass(double[] x, double @Nullable [][] directions, int first, int end) {
        boolean isOfRows = isOfRows(end - first);
        double[] derivatives = roomForDerivatives(isOfRows ? rowLength() : lanes());
        try {
            if (isOfRows) {
                enterRows(x, directions, first, end - first);
                laneValue = rowTangents(derivatives);
            } else {
                enterLanes(x, directions, first, end - first);
                laneValue = tangents(derivatives);
            }
            return true;
        } catch (Throwable thrown) {
            return false; // the passes of one direction say what the original throws, if it throws
        }
    }
}
