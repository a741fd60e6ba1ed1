package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * What a step costs, in runs of the loss alone: medians over rounds, in each of which all are measured one right after the other.
 *
 * @param forward R_f: to draw a direction, to differentiate along it, to step
 * @param backprop R_b: to have the gradient by backpropagation, to step
 * @param forwardToBackprop R_f ÷ R_b, the median of the ratios, not the ratio of the medians
 */
record Costs(double forward, double backprop, double forwardToBackprop) {

    /** Of which the first are to warm up. */
    static final int ROUNDS = 12;

    private static final int WARM_UP = 3;

    /** How long each is measured in a round. */
    private static final double SECONDS = 0.06;

    /** @param progress advances by one a round */
    static Costs measure(Trainable model, LabeledImages batch, long seed, WorkProgress progress) {
        double[] x = model.start(seed);
        DoubleSupplier original = model.original(x, batch);
        DoubleSupplier forward = forwardStep(model, x.clone(), batch, seed);
        DoubleSupplier backprop = backpropStep(model, x.clone(), batch);
        double[] byForward = new double[ROUNDS - WARM_UP];
        double[] byBackprop = new double[ROUNDS - WARM_UP];
        double[] ratios = new double[ROUNDS - WARM_UP];
        for (int round = 0; round < ROUNDS; round++) {
            boolean reversed = round % 2 == 1;
            double early = seconds(reversed ? backprop : forward);
            double alone = seconds(original);
            double late = seconds(reversed ? forward : backprop);
            int measured = round - WARM_UP;
            if (measured >= 0) {
                byForward[measured] = (reversed ? late : early) / alone;
                byBackprop[measured] = (reversed ? early : late) / alone;
                ratios[measured] = byForward[measured] / byBackprop[measured];
            }
            progress.advance(1);
        }
        return new Costs(Statistics.median(byForward), Statistics.median(byBackprop), Statistics.median(ratios));
    }

    private static DoubleSupplier forwardStep(Trainable model, double[] x, LabeledImages batch, long seed) {
        DifferentiableFunction loss = model.loss(batch);
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 1);
        SplittableRandom random = new SplittableRandom(seed);
        double[] v = new double[x.length];
        return () -> {
            double derivative = estimator.sample(loss, x, random, v).tangent();
            return step(x, derivative, v);
        };
    }

    private static DoubleSupplier backpropStep(Trainable model, double[] x, LabeledImages batch) {
        GradientSource source = model.backprop(batch);
        double[] gradient = new double[x.length];
        return () -> {
            source.gradient(x, gradient);
            return step(x, 1, gradient);
        };
    }

    /** A step so small that the point stays where it is measured, but for roundings. */
    private static double step(double[] x, double scale, double[] direction) {
        double eta = 1e-12 * scale;
        for (int i = 0; i < x.length; i++) {
            x[i] -= eta * direction[i];
        }
        return x[0];
    }

    /** How long one call takes. */
    private static double seconds(DoubleSupplier work) {
        Stopwatch stopwatch = new Stopwatch();
        long calls = 0;
        double sink = 0;
        while (stopwatch.seconds() < SECONDS) {
            stopwatch.start();
            // As many again as there have been: the clock is read a few times only.
            for (long more = Math.max(1, calls); more > 0; more--) {
                sink += work.getAsDouble();
                calls++;
            }
            stopwatch.stop();
        }
        if (sink == Math.PI) {
            throw new IllegalStateException("never: the results are used, so that they are computed");
        }
        return stopwatch.seconds() / calls;
    }
}
