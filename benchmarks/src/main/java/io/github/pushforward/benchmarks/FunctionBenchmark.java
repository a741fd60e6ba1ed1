package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A kernel Rⁿ → R with a generated view. */
public abstract class FunctionBenchmark extends KernelBenchmark {
    private DifferentiableFunction function;
    private double[] x;
    private double[] unit;
    private double[] gradient;

    /** Makes what the forms are called with: {@link #function} is called next. */
    protected abstract void prepare();

    /** The generated view, its start the point of the other forms. */
    protected abstract DifferentiableFunction function();

    @Override
    @Setup
    public final void setUp() {
        prepare();
        function = function();
        x = function.start();
        unit = new double[x.length];
        gradient = new double[x.length];
    }

    /** The exact gradient, a pass for each input. */
    @Benchmark
    public final double[] unitPasses() {
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1;
            gradient[i] = function.along(x, unit).tangent();
            unit[i] = 0;
        }
        return gradient;
    }

    /** The exact gradient, several inputs a pass. */
    @Benchmark
    public final double[] exact() {
        function.gradient(x, gradient);
        return gradient;
    }
}
