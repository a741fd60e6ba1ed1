package io.github.pushforward.runtime;

import java.util.Arrays;

/**
 * What generated flat views have in common: checks of lengths, and the exact gradient by one pass along each unit
 * direction. A generated subclass says how a flat array fills its inputs and tangents, and which methods to run.
 *
 * <p>What the methods throw comes out as it is, checked exceptions included.
 *
 * <p>Every pass fills the inputs anew, so that it never sees what an earlier one wrote into its arrays.
 */
public abstract class FlatFunction implements DifferentiableFunction {
    private final double[] start;
    /** All zeros between passes. */
    private final double[] unit;

    /** @param start the packed values that the view is made from; kept, not copied */
    protected FlatFunction(double[] start) {
        this.start = start;
        this.unit = new double[start.length];
    }

    /** Fills the inputs of the next run. */
    protected abstract void enter(double[] point);

    /** Fills the tangents of the next pass. */
    protected abstract void direct(double[] direction);

    /** Runs the original method on the inputs. */
    protected abstract double primal() throws Throwable;

    /** Runs the tangent method on the inputs and the tangents. */
    protected abstract Dual tangent() throws Throwable;

    @Override
    public final int dimension() {
        return start.length;
    }

    @Override
    public final double[] start() {
        return start.clone();
    }

    @Override
    public final double value(double[] x) {
        requireLength("x", x);
        enter(x);
        try {
            return primal();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    @Override
    public final Dual along(double[] x, double[] v) {
        requireLength("x", x);
        requireLength("v", v);
        return pass(x, v);
    }

    @Override
    public final double gradient(double[] x, double[] gradient) {
        requireLength("x", x);
        requireLength("gradient", gradient);
        if (start.length == 0) {
            return value(x);
        }
        // An exception may have ended an earlier pass half-way.
        Arrays.fill(unit, 0);
        double value = 0;
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1;
            Dual dual = pass(x, unit);
            unit[i] = 0;
            gradient[i] = dual.tangent();
            value = dual.value();
        }
        return value;
    }

    private Dual pass(double[] x, double[] v) {
        enter(x);
        direct(v);
        try {
            return tangent();
        } catch (Throwable thrown) {
            throw unchanged(thrown);
        }
    }

    /** Throws what the method threw, a checked exception too, which the interface of views cannot declare. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException unchanged(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private void requireLength(String name, double[] array) {
        if (array.length != start.length) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", but the function has "
                    + start.length + " inputs: pass one value for each");
        }
    }
}
