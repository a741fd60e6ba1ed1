package io.github.pushforward.example.paper;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.DivergenceException;
import io.github.pushforward.runtime.ForwardGradientDescent;
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
    public long run(Descent descent) {
        DifferentiableFunction loss = descent.model().loss(descent.batches().current());
        ForwardGradientDescent algorithm = ForwardGradientDescent.builder()
                .learningRate(descent.rate())
                .directions(directions)
                .samples(samples)
                .update(update)
                .steps(descent.steps())
                .seed(descent.seed())
                .listener(step -> descent.watcher().reached(step.index(), step.point()))
                .build();
        try {
            ForwardGradientDescent.Result result = algorithm.minimize(
                    step -> {
                        descent.batches().next();
                        return loss;
                    },
                    descent.start());
            descent.watcher().reached(descent.steps(), result.point());
            return FINITE;
        } catch (DivergenceException e) {
            return e.step();
        }
    }
}
