package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.SplittableRandom;

/** One large array in, one number out, little to compute for each. */
public class RosenbrockBenchmark extends FunctionBenchmark {
    private final double[] point = point();

    private static double[] point() {
        return new SplittableRandom(2).doubles(1_000, -1, 1).toArray();
    }

    @Override
    String label() {
        return "Rosenbrock";
    }

    @Override
    DifferentiableFunction function() {
        return RosenbrockGradient.valueFunction(point());
    }

    @Override
    double original() {
        return Rosenbrock.value(point);
    }
}
