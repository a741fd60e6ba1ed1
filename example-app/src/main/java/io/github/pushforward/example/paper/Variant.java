package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import io.github.pushforward.runtime.UpdateRule;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A way to make steps that is tried beside the paper's.
 *
 * @param estimates makes the estimator of the gradient, if the method has one of its own
 * @param theoreticalVariance E‖g − ∇f‖² ÷ ‖∇f‖², NaN where it depends on more than the dimension
 * @param numbersKept how many numbers a step keeps beside the parameters, from the pass on until it is made
 * @param rates the learning rates that are tried
 */
record Variant(
        DescentMethod method,
        GradientDescent.@Nullable SourceFactory estimates,
        double theoreticalVariance,
        long numbersKept,
        List<Double> rates) {

    /** How many estimates show the variance. */
    static final int SAMPLES = 200;

    private static final int MANY = 8;
    private static final double MOMENTUM = 0.9;

    static List<Variant> all(DenseModel model) {
        int n = model.start(0).length;
        GradientDescent activities = GradientDescent.perturbedActivities(model);
        return List.of(
                along("1 Gaussian direction", Directions.gaussian(), 1, n, 3e-4, 5e-4, 1e-3),
                along("1 Rademacher direction", Directions.rademacher(), 1, n, 3e-4, 5e-4, 1e-3),
                along(MANY + " Gaussian directions", Directions.gaussian(), MANY, n, 1e-3, 3e-3, 6e-3),
                along(MANY + " orthonormal directions", Directions.orthonormal(), MANY, n, 1e-3, 3e-3, 6e-3),
                new Variant(
                        new SeededDescent("seed in place of the direction", Directions.gaussian()),
                        null,
                        Directions.gaussian().relativeVariance(n, 1),
                        1,
                        List.of(3e-4, 5e-4, 1e-3)),
                new Variant(
                        new ForwardDescent("momentum 0.9", Directions.gaussian(), 1, UpdateRule.momentum(MOMENTUM)),
                        null,
                        Double.NaN,
                        2L * n,
                        List.of(3e-5, 5e-5, 1e-4)),
                new Variant(
                        activities,
                        activities.source(),
                        Double.NaN,
                        // The gradient; what is perturbed, its direction, what the layers give, and its tangent.
                        n + 4L * Experiments.BATCH * model.units(),
                        List.of(3e-3, 0.01, 0.02)),
                new Variant(
                        GradientDescent.BACKPROP,
                        GradientDescent.BACKPROP.source(),
                        0,
                        n + 2L * model.units(),
                        List.of(0.01, 0.03, 0.1)));
    }

    private static Variant along(String name, Directions law, int samples, int n, Double... rates) {
        return new Variant(
                new ForwardDescent(name, law, samples, UpdateRule.plain()),
                (model, batch, seed) -> {
                    DifferentiableFunction loss = model.loss(batch);
                    ForwardGradient estimator = new ForwardGradient(law, samples);
                    SplittableRandom random = new SplittableRandom(seed);
                    return (x, gradient) -> estimator.estimate(loss, x, random, gradient);
                },
                law.relativeVariance(n, samples),
                (long) samples * n,
                List.of(rates));
    }

    Tuning.Candidates candidates() {
        return new Tuning.Candidates(method, rates);
    }

    /** Against the exact gradient of a batch at the start; NaN where the method has no estimator of its own. */
    double measuredVariance(Trainable model, LabeledImages batch, long seed) {
        if (estimates == null) {
            return Double.NaN;
        }
        double[] x = model.start(seed);
        double[] exact = new double[x.length];
        model.backprop(batch).gradient(x, exact);
        GradientSource source = estimates.of(model, batch, seed);
        double[] estimate = new double[x.length];
        double squares = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            source.gradient(x, estimate);
            for (int i = 0; i < x.length; i++) {
                estimate[i] -= exact[i];
            }
            squares += square(estimate);
        }
        return squares / SAMPLES / square(exact);
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double component : vector) {
            sum += component * component;
        }
        return sum;
    }
}
