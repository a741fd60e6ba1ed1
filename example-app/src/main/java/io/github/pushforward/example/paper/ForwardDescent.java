package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.DivergenceException;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.UpdateRule;

/**
 * Forward gradient descent: passes along drawn directions, nothing backwards.
 *
 * @param directions their law
 * @param samples how many of them a step
 * @param update what a step is made of the estimate
 */
record ForwardDescent(String name, Directions directions, int samples, UpdateRule update) implements DescentMethod {

    /** The paper's: one Gaussian direction, and the plain step. */
    static final ForwardDescent PAPER =
            new ForwardDescent("forward gradient", Directions.gaussian(), 1, UpdateRule.plain());

    /** The mean over {@code samples} Gaussian directions a step. */
    static ForwardDescent averaged(int samples) {
        return new ForwardDescent(samples + " directions averaged", Directions.gaussian(), samples, UpdateRule.plain());
    }

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
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(rate)
                .directions(directions)
                .samples(samples)
                .update(update)
                .steps(steps)
                .seed(seed)
                .listener(step -> watcher.reached(step.index(), step.point()))
                .build();
        try {
            ForwardGradientDescent.Result result = descent.minimize(
                    step -> {
                        batches.next();
                        return loss;
                    },
                    start);
            watcher.reached(steps, result.point());
            return FINITE;
        } catch (DivergenceException e) {
            return e.step();
        }
    }
}
