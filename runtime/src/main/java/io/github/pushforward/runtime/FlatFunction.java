package io.github.pushforward.runtime;

/**
 * What generated flat views Rⁿ → R have in common: checks of lengths, and the exact gradient by one pass along each unit
 * direction. A generated subclass says how a flat array fills its inputs and tangents, and which methods to run.
 *
 * <p>Every pass fills the inputs anew, unless none writes to them, so that it never sees what an earlier one wrote into its arrays.
 */
public abstract class FlatFunction extends FlatView implements DifferentiableFunction {

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
    public final double gradient(double[] x, double[] gradient) {
        requireInputs("x", x);
        requireInputs("gradient", gradient);
        if (inputs() == 0) {
            return value(x);
        }
        double value = 0;
        for (int i = 0; i < inputs(); i++) {
            enterAlong(x, i);
            Dual dual = pass();
            gradient[i] = dual.tangent();
            value = dual.value();
        }
        return value;
    }
}
