package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.SeededGradient;
import java.util.SplittableRandom;

/** Forward gradient descent that keeps the seed of a direction in its place, and draws the direction again to step along it. */
record SeededDescent(String name, Directions directions) implements DescentMethod {

    @Override
    public long descend(
            Trainable model,
            MiniBatches batches,
            double[] start,
            LearningRate rate,
            long steps,
            long seed,
            Watcher watcher) {
        DifferentiableFunction loss = model.loss(batches.current());
        ForwardGradient estimator = new ForwardGradient(directions, 1);
        SplittableRandom seeds = new SplittableRandom(seed);
        double[] x = start.clone();
        for (long step = 0; step < steps; step++) {
            batches.next();
            SeededGradient gradient = estimator.estimate(loss, x, seeds.nextLong());
            if (!Double.isFinite(gradient.value()) || !Double.isFinite(gradient.derivatives()[0])) {
                return step;
            }
            watcher.reached(step, x);
            gradient.addTo(x, -rate.at(step));
        }
        watcher.reached(steps, x);
        return FINITE;
    }
}
