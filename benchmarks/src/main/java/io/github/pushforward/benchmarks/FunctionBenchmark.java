package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A kernel Rⁿ → R. */
public abstract class FunctionBenchmark extends KernelBenchmark {
    private DifferentiableFunction function;
    private double[] x;
    private double[] direction;
    private double[] unit;
    private double[] gradient;

    /** The generated view. */
    abstract DifferentiableFunction function();

    /** The original at the view's start. */
    abstract double original();

    @Override
    final int inputs() {
        return function().dimension();
    }

    @Setup
    public final void setUp() {
        function = function();
        int n = function.dimension();
        x = function.start();
        direction = direction(n);
        unit = new double[n];
        gradient = new double[n];
    }

    @Benchmark
    public final double primal() {
        return original();
    }

    @Benchmark
    public final Dual tangent() {
        return function.along(x, direction);
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
