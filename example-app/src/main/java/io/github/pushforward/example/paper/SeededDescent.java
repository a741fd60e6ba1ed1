package io.github.pushforward.example.paper;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import io.github.pushforward.runtime.SeededGradient;
import java.util.SplittableRandom;

/** Forward gradient descent that keeps the seed of a direction in its place, and draws the direction again to step along it. */
record SeededDescent(String name, Directions directions) implements DescentMethod {

    @Override
    public long run(Descent descent) {
        DifferentiableFunction loss = descent.model().loss(descent.batches().current());
        ForwardGradient estimator = new ForwardGradient(directions, 1);
        SplittableRandom seeds = new SplittableRandom(descent.seed());
        double[] x = descent.start().clone();
        for (long step = 0; step < descent.steps(); step++) {
            descent.batches().next();
            SeededGradient gradient = estimator.estimate(loss, x, seeds.nextLong());
            if (!Double.isFinite(gradient.value()) || !Double.isFinite(gradient.derivatives()[0])) {
                return step;
            }
            descent.watcher().reached(step, x);
            gradient.addTo(x, -descent.rate().at(step));
        }
        descent.watcher().reached(descent.steps(), x);
        return FINITE;
    }
}
