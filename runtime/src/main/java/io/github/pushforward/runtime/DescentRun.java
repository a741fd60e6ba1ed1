package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** One run of a descent: the point on its way, and the arrays and the generator that the steps share. */
final class DescentRun {

    private final LearningRate learningRate;
    private final StepListener[] listeners;
    private final ForwardGradient estimator;
    private final RandomGenerator random;
    private final double[] point;
    private final double[] gradient;

    private double value;
    private double directionalDerivative;
    private double rate;

    DescentRun(
            LearningRate learningRate,
            List<StepListener> listeners,
            ForwardGradient estimator,
            long seed,
            double[] start) {
        this.learningRate = learningRate;
        this.listeners = listeners.toArray(new StepListener[0]); // walked at each step: no iterator
        this.estimator = estimator;
        this.random = new SplittableRandom(seed);
        this.point = start.clone();
        this.gradient = new double[start.length];
    }

    /** Makes the steps 0 … {@code steps} − 1, of which there is at least one. */
    ForwardGradientDescent.Result run(LongFunction<? extends DifferentiableFunction> functions, long steps) {
        DifferentiableFunction function = functionOf(functions, 0);
        step(0, function);
        for (long t = 1; t < steps; t++) {
            function = functionOf(functions, t);
            step(t, function);
        }
        value = function.value(point);
        requireFinite(steps);
        return new ForwardGradientDescent.Result(point, value, steps);
    }

    private void step(long t, DifferentiableFunction function) {
        rate = rateOf(t);
        Arrays.fill(gradient, 0.0);
        for (int k = 0; k < estimator.samples(); k++) {
            Dual dual = estimator.accumulate(function, point, random, gradient);
            value = dual.value();
            directionalDerivative = dual.tangent();
            requireFinite(t);
        }
        estimator.average(gradient);
        tell(new Step(t, value, directionalDerivative, rate, point));
        update();
    }

    /** θ ← θ − η g: where another rule (momentum, Adam) would use the same estimate differently. */
    private void update() {
        for (int i = 0; i < point.length; i++) {
            point[i] -= rate * gradient[i];
        }
    }

    private void tell(Step step) {
        for (StepListener listener : listeners) {
            listener.onStep(step);
        }
    }

    private DifferentiableFunction functionOf(LongFunction<? extends DifferentiableFunction> functions, long t) {
        DifferentiableFunction function = functions.apply(t);
        if (function.dimension() != point.length) {
            throw new IllegalArgumentException("the function of step " + t + " has dimension " + function.dimension()
                    + ", but the start has length " + point.length
                    + ": the functions of all steps must take the same parameters");
        }
        return function;
    }

    private double rateOf(long t) {
        double eta = learningRate.at(t);
        if (!(eta >= 0.0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the learning rate of step " + t + " is " + eta
                    + ": a schedule must give finite rates that are not negative");
        }
        return eta;
    }

    private void requireFinite(long t) {
        if (!Double.isFinite(value) || !Double.isFinite(directionalDerivative)) {
            throw new DivergenceException(t, value, directionalDerivative, rate);
        }
    }
}
