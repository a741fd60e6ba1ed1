package io.github.pushforward.example;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.example.data.Split;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;

/**
 * Forward gradient descent over mini-batches: one forward pass a step (times {@code samples}), no backward pass.
 *
 * @param steps how many steps to make
 * @param learningRate the schedule of step sizes
 * @param batch how many images each step sees
 * @param directions the law of the directions
 * @param samples how many directions to average over in each step
 * @param seeds of the batches and of the directions
 */
record Training(long steps, LearningRate learningRate, int batch, Directions directions, int samples, Seeds seeds) {

    private static final long MEASUREMENTS = 100;

    /**
     * Trains from parameters that are all 0.
     *
     * @throws io.github.pushforward.runtime.DivergenceException if the loss stops being finite
     */
    Trained run(Split split, Progress progress) {
        Model zero = Model.zero(Digits.PIXELS, Digits.CLASSES);
        MiniBatches batches = new MiniBatches(split.train(), batch, seeds.batches());
        LabeledImages current = batches.current();
        // The generated view of the loss. Its images and labels are captured, not copied: refilling them is enough.
        DifferentiableFunction loss =
                SoftmaxRegressionGradient.lossFunction(zero.weights(), zero.bias(), current.images(), current.labels());

        LossCurve curve = new LossCurve();
        long interval = Math.max(1, steps / MEASUREMENTS);
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(learningRate)
                .directions(directions)
                .samples(samples)
                .steps(steps)
                .seed(seeds.directions())
                .listener(step -> {
                    if (step.index() % interval == 0) {
                        progress.reached(curve.measure(step.index(), zero.unpack(step.point()), split));
                    }
                })
                .build();
        ForwardGradientDescent.Result result = descent.minimize(
                step -> {
                    batches.next();
                    return loss;
                },
                loss.start());

        Model model = zero.unpack(result.point());
        progress.reached(curve.measure(steps, model, split));
        return new Trained(model, curve);
    }

    /** What a training gives; the last point of the curve belongs to the model. */
    record Trained(Model model, LossCurve curve) {}
}
