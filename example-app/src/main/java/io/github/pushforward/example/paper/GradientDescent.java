package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import java.util.SplittableRandom;

/**
 * Plain stochastic gradient descent along what a source gives: exact gradients by backpropagation, or estimates.
 *
 * @param source makes the source of a training
 */
record GradientDescent(String name, SourceFactory source) implements DescentMethod {

    /** Along gradients by hand-written backpropagation. */
    static final GradientDescent BACKPROP =
            new GradientDescent("backpropagation", (model, batch, seed) -> model.backprop(batch));

    /** Along forward gradients by perturbed activities of a dense network. */
    static GradientDescent perturbedActivities(DenseModel model) {
        return new GradientDescent(
                "perturbed activities",
                (any, batch, seed) -> model.activityPerturbation(batch, new SplittableRandom(seed)));
    }

    /** Makes a source of gradients for a batch, whose images change from step to step. */
    @FunctionalInterface
    interface SourceFactory {
        GradientSource of(Trainable model, LabeledImages batch, long seed);
    }

    @Override
    public long run(Descent descent) {
        GradientSource gradients = source.of(descent.model(), descent.batches().current(), descent.seed());
        double[] x = descent.start().clone();
        double[] gradient = new double[x.length];
        for (long step = 0; step < descent.steps(); step++) {
            descent.batches().next();
            double loss = gradients.gradient(x, gradient);
            if (!Double.isFinite(loss)) {
                return step;
            }
            descent.watcher().reached(step, x);
            double eta = descent.rate().at(step);
            for (int i = 0; i < x.length; i++) {
                x[i] -= eta * gradient[i];
            }
        }
        descent.watcher().reached(descent.steps(), x);
        return FINITE;
    }
}
