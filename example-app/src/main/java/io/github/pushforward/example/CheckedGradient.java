package io.github.pushforward.example;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.GradientCheck;
import java.util.Locale;
import java.util.SplittableRandom;

/** Holds the generated gradient of the loss against central differences, in every parameter, before it is trusted. */
final class CheckedGradient {

    static final double TOLERANCE = 1e-6;

    private static final int BATCH = 100;

    private CheckedGradient() {}

    /**
     * Checks on a batch of images, at random parameters: at 0 too many of the components would be alike.
     *
     * @return one line: the number of parameters and the worst of them
     * @throws CommandFailure if a component is off by more than the tolerance
     */
    static String check(LabeledImages samples, long seed) {
        LabeledImages batch = new MiniBatches(samples, Math.min(BATCH, samples.size()), seed).current();
        Model model = randomModel(seed);
        DifferentiableFunction loss =
                SoftmaxRegressionGradient.lossFunction(model.weights(), model.bias(), batch.images(), batch.labels());
        GradientCheck.Report report = GradientCheck.of(loss).at(loss.start());
        if (!report.passed(TOLERANCE)) {
            throw new CommandFailure("the generated gradient is wrong, it must agree with central differences to "
                    + TOLERANCE + ": " + report);
        }
        return String.format(
                Locale.ROOT,
                "Gradient check: %d parameters agree with central differences; the worst is %s, off by %.1e relative",
                report.components(),
                name(report.worst()),
                report.maxRelativeError());
    }

    /** Parameters uniform in ±0.1. */
    static Model randomModel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Model model = Model.zero(Digits.PIXELS, Digits.CLASSES);
        fill(model.weights(), random);
        fill(model.bias(), random);
        return model;
    }

    private static void fill(double[] parameters, SplittableRandom random) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = 0.2 * ((random.nextLong() >>> 11) * 0x1.0p-53 - 0.5);
        }
    }

    /** What a reader calls a component of the flat view. */
    private static String name(int component) {
        int weights = Digits.PIXELS * Digits.CLASSES;
        return component < weights
                ? "the weight of pixel " + component % Digits.PIXELS + " for digit " + component / Digits.PIXELS
                : "the bias of digit " + (component - weights);
    }
}
