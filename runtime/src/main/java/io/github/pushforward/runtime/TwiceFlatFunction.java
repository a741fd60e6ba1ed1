package io.github.pushforward.runtime;

/**
 * What generated flat views Rⁿ → R with second derivatives have in common. A generated subclass says how a flat array fills its second
 * tangents, and which method to run.
 */
public abstract class TwiceFlatFunction extends FlatFunction implements TwiceDifferentiableFunction {
    /** All zeros between passes. */
    private final double[] unit;

    /** @param start the packed values that the view is made from; kept, not copied */
    protected TwiceFlatFunction(double[] start) {
        super(start);
        this.unit = new double[start.length];
    }

    /** Fills the tangents along the second direction, and empties those along both, for the next pass. */
    protected abstract void directSecond(double[] direction);

    /** Runs the second-order method on the inputs and the tangents. */
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
        if (inputs() == 0) {
            return new Dual(value(x), 0);
        }
        double value = 0;
        double tangent = 0;
        for (int i = 0; i < inputs(); i++) {
            enterAlong(x, v);
            HyperDual second = pass(i);
            product[i] = second.second();
            value = second.value();
            tangent = second.tangent();
        }
        return new Dual(value, tangent);
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
        if (inputs() == 0) {
            return value(x);
        }
        double value = 0;
        for (int i = 0; i < inputs(); i++) {
            for (int j = i; j < inputs(); j++) {
                enterAlong(x, null, i);
                HyperDual second = pass(j);
                hessian[i][j] = second.second();
                hessian[j][i] = second.second();
                gradient[i] = second.tangent();
                value = second.value();
            }
        }
        return value;
    }
}
