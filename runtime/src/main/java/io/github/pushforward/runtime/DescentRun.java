package io.github.pushforward.runtime;

import java.util.List;
import java.util.function.LongFunction;

/** One run of a descent: the point on its way, what the rule remembers, and the directions, which the steps share. */
final class DescentRun {

    private final LearningRate learningRate;
    private final StepListener[] listeners;
    private final SeededSamples samples;
    private final SplitMix random;
    private final Update update;
    private final double clip;
    private final double[] point;
    private final GradientPart move;

    private double value;
    private double directionalDerivative;
    private double rate;

    /** @param clip the largest directional derivative that steps are made of; infinite for any */
    DescentRun(
            LearningRate learningRate,
            List<StepListener> listeners,
            SeededSamples samples,
            UpdateRule rule,
            double clip,
            long seed,
            double[] start) {
        this.learningRate = learningRate;
        this.listeners = listeners.toArray(new StepListener[0]); // walked at each step: no iterator
        this.samples = samples;
        this.random = new SplitMix(seed);
        this.update = rule.start(start.length);
        this.clip = clip;
        this.point = start.clone();
        this.move = (gradient, offset, length) -> update.move(gradient, offset, length, point);
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
        value = samples.along(function, point, random);
        for (double derivative : samples.derivatives()) {
            directionalDerivative = derivative;
            requireFinite(t);
        }
        tell(new Step(t, value, directionalDerivative, rate, point));
        clip(samples.derivatives());
        update.begin(t, rate);
        samples.forEachPart(move);
    }

    private void clip(double[] derivatives) {
        if (clip < Double.POSITIVE_INFINITY) {
            for (int k = 0; k < derivatives.length; k++) {
                derivatives[k] = Math.max(-clip, Math.min(clip, derivatives[k]));
            }
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
