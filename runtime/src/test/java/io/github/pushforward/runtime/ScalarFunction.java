package io.github.pushforward.runtime;

import java.util.function.DoubleUnaryOperator;

/** A function of one input, given with its derivative, which a test may give wrongly. */
record ScalarFunction(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double at)
        implements DifferentiableFunction {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double[] start() {
        return new double[] {at};
    }

    @Override
    public double value(double[] x) {
        return f.applyAsDouble(x[0]);
    }

    @Override
    public Dual along(double[] x, double[] v) {
        return new Dual(value(x), derivative.applyAsDouble(x[0]) * v[0]);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        gradient[0] = derivative.applyAsDouble(x[0]);
        return value(x);
    }
}
