package io.github.pushforward.example;

import io.github.pushforward.example.data.LabeledImages;
import java.util.Arrays;

/**
 * A softmax regression with its parameters.
 *
 * @param weights class by class, as {@link SoftmaxRegression} packs them
 * @param bias one for each class
 */
record Model(double[] weights, double[] bias) {

    /** All parameters 0: every class is as likely as any other. */
    static Model zero(int pixels, int classes) {
        return new Model(new double[pixels * classes], new double[classes]);
    }

    /** The model of this shape whose parameters a flat view has packed: the weights, then the bias. */
    Model unpack(double[] point) {
        return new Model(Arrays.copyOf(point, weights.length), Arrays.copyOfRange(point, weights.length, point.length));
    }

    double loss(LabeledImages samples) {
        return SoftmaxRegression.loss(weights, bias, samples.images(), samples.labels());
    }

    double accuracy(LabeledImages samples) {
        return SoftmaxRegression.accuracy(weights, bias, samples.images(), samples.labels());
    }
}
