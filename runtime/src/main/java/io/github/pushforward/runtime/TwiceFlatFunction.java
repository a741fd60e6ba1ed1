package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What generated flat views Rⁿ → R with second derivatives have in common. A generated subclass says how a flat array fills its second
 * tangents, and which method to run.
 */
public abstract class TwiceFlatFunction extends FlatFunction implements TwiceDifferentiableFunction {
    /** All zeros between passes. */
    private final double[] unit;
    /** Interleaved by lane; all zeros between passes. */
    private double[] laneDirections = {};
    /** What the last lane pass computed. */
    private double[] laneSeconds = {};

    private Dual laneDual = new Dual(0, 0);

    /**
     * A view whose runs may write to its inputs.
     *
     * @param start the packed values that the view is made from; kept, not copied
     */
    protected TwiceFlatFunction(double[] start) {
        super(start);
        this.unit = new double[start.length];
    }

    /**
     * Fills the tangents along the second direction, and empties those along both, for the next pass.
     *
     * @param direction the packed tangents along the second direction
     */
    protected abstract void directSecond(double[] direction);

    /**
     * Runs the second-order method on the inputs and the tangents.
     *
     * @return the value, both directional derivatives and the second one
     * @throws Throwable whatever the method throws
     */
    protected abstract HyperDual second() throws Throwable;

    private HyperDual pass() {
        try {
            return second();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    /** A pass along the second unit direction of one input, after the first direction was entered. */
    private HyperDual pass(int input) {
        unit[input] = 1;
        try {
            directSecond(unit);
        } finally {
            unit[input] = 0;
        }
        return pass();
    }

    /**
     * Fills the tangents of all lanes along the second direction, and empties those along both, for the next lane pass.
     *
     * @param directions interleaved by lane
     */
    protected void directSecondLanes(double[] directions) {
        throw new IllegalStateException("the view has no lane pass");
    }

    /**
     * Runs the lane form of the second-order method on the inputs, the tangents and the second tangents of all lanes.
     *
     * @param seconds receives the second derivatives, one for each lane
     * @return the value and its derivative along the first direction
     * @throws Throwable whatever the method throws
     */
    protected Dual secondLanes(double[] seconds) throws Throwable {
        throw new IllegalStateException("the view has no lane pass");
    }

    /** {@return the number W of second directions that a lane pass takes; 1 where there is none} */
    protected int secondLaneCount() {
        return 1;
    }

    @Override
    public final HyperDual along(double[] x, double[] v, double[] w) {
        requireInputs("x", x);
        requireInputs("v", v);
        requireInputs("w", w);
        enterAlong(x, v);
        directSecond(w);
        return pass();
    }

    @Override
    public final Dual hessianVector(double[] x, double[] v, double[] product) {
        requireInputs("x", x);
        requireInputs("v", v);
        requireInputs("product", product);
        Arguments.requireApart("product", product, "x", x);
        Arguments.requireApart("product", product, "v", v);
        if (inputs() == 0) {
            return new Dual(value(x), 0);
        }
        return row(x, v, 0, 0, product);
    }

    @Override
    public final double hessian(double[] x, double[] gradient, double[][] hessian) {
        requireInputs("x", x);
        requireInputs("gradient", gradient);
        if (hessian.length != inputs()) {
            throw new IllegalArgumentException("hessian has " + hessian.length + " rows, but the function has "
                    + inputs() + " inputs: pass one row for each");
        }
        for (double[] row : hessian) {
            requireInputs("a row of hessian", row);
        }
        Arguments.requireApart("gradient", gradient, "x", x);
        if (inputs() == 0) {
            return value(x);
        }
        double value = 0;
        for (int i = 0; i < inputs(); i++) {
            Dual dual = row(x, null, i, i, hessian[i]);
            value = dual.value();
            gradient[i] = dual.tangent();
            for (int j = i + 1; j < inputs(); j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return value;
    }

    /**
     * The second derivatives along one direction and each of the units from {@code from} on, of which there is at least one.
     *
     * @param v the first direction; null for the unit direction of {@code input}
     */
    private Dual row(double[] x, double @Nullable [] v, int input, int from, double[] row) {
        double value = 0;
        double tangent = 0;
        for (int j = from; j < inputs(); ) {
            int end = j + Math.min(secondLaneCount(), inputs() - j);
            if (end - j > 1 && lanePass(x, v, input, j, end)) {
                value = laneDual.value();
                tangent = laneDual.tangent();
                System.arraycopy(laneSeconds, 0, row, j, end - j);
                j = end;
            }
            for (; j < end; j++) {
                enterFirst(x, v, input);
                HyperDual second = pass(j);
                row[j] = second.second();
                value = second.value();
                tangent = second.tangent();
            }
        }
        return new Dual(value, tangent);
    }

    private void enterFirst(double[] x, double @Nullable [] v, int input) {
        if (v == null) {
            enterAlong(x, null, input);
        } else {
            enterAlong(x, v);
        }
    }

    /** Whether a lane pass came to its end. */
    private boolean lanePass(double[] x, double @Nullable [] v, int input, int first, int end) {
        int width = secondLaneCount();
        if (laneSeconds.length != width) {
            laneSeconds = new double[width];
            laneDirections = new double[Math.multiplyExact(width, inputs())];
        }
        for (int j = first; j < end; j++) {
            laneDirections[width * j + j - first] = 1;
        }
        try {
            enterFirst(x, v, input);
            directSecondLanes(laneDirections);
            laneDual = secondLanes(laneSeconds);
            return true;
        } catch (Throwable thrown) {
            return false; // the passes of one direction say what the original throws, if it throws
        } finally {
            for (int j = first; j < end; j++) {
                laneDirections[width * j + j - first] = 0;
            }
        }
    }
}
