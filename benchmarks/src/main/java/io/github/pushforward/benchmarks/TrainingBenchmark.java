package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * A loss of many parameters, as training has it: too many for the exact gradient by passes, so that a forward gradient is held against
 * backpropagation.
 */
public abstract class TrainingBenchmark extends KernelBenchmark {
    static final long SEED = 1;

    private final ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 1);
    private SplittableRandom random;
    private DifferentiableFunction function;
    private double[] x;
    private double[] estimate;

    /** Makes what the forms are called with: {@link #function} is called next. */
    protected abstract void prepare();

    /** The generated view, its start the point of the other forms. */
    protected abstract DifferentiableFunction function();

    /** The gradient by hand-written backpropagation, in the order of the view. */
    protected abstract double[] gradientByBackprop();

    @Override
    @Setup
    public final void setUp() {
        prepare();
        function = function();
        x = function.start();
        random = new SplittableRandom(SEED);
        estimate = new double[x.length];
    }

    /** One direction: to draw it, to differentiate along it, to multiply it by the derivative. */
    @Benchmark
    public final double[] forwardGradient() {
        estimator.estimate(function, x, random, estimate);
        return estimate;
    }
}
