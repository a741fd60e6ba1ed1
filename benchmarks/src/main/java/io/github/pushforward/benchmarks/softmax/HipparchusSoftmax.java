package io.github.pushforward.benchmarks.softmax;

import org.hipparchus.analysis.differentiation.UnivariateDerivative1;

/**
 * {@link SoftmaxRegression} in {@code UnivariateDerivative1}, image by image: among objects the order of loops with the sums in
 * variables is the faster one, so this is compared with both.
 *
 * <p>There is no version in {@code Gradient}: each of its numbers would hold 7,850 partial derivatives, and each of the 501,760 products
 * would make one.
 */
final class HipparchusSoftmax {

    private HipparchusSoftmax() {}

    static UnivariateDerivative1[] numbers(double[] values, double[] tangents) {
        UnivariateDerivative1[] numbers = new UnivariateDerivative1[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = new UnivariateDerivative1(values[i], tangents[i]);
        }
        return numbers;
    }

    static UnivariateDerivative1[][] numbers(double[][] values, double[][] tangents) {
        UnivariateDerivative1[][] numbers = new UnivariateDerivative1[values.length][];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = numbers(values[i], tangents[i]);
        }
        return numbers;
    }

    static UnivariateDerivative1 loss(
            UnivariateDerivative1[][] weights, UnivariateDerivative1[] bias, double[][] images, int[] labels) {
        UnivariateDerivative1[] scores = new UnivariateDerivative1[bias.length];
        UnivariateDerivative1 loss = bias[0].getField().getZero();
        for (int i = 0; i < images.length; i++) {
            double[] image = images[i];
            for (int c = 0; c < scores.length; c++) {
                UnivariateDerivative1[] row = weights[c];
                UnivariateDerivative1 score = bias[c];
                for (int p = 0; p < image.length; p++) {
                    score = score.add(row[p].multiply(image[p]));
                }
                scores[c] = score;
            }
            loss = loss.add(logSumExp(scores)).subtract(scores[labels[i]]);
        }
        return loss.divide(images.length);
    }

    private static UnivariateDerivative1 logSumExp(UnivariateDerivative1[] scores) {
        double largest = scores[0].getReal();
        for (UnivariateDerivative1 score : scores) {
            largest = Math.max(largest, score.getReal());
        }
        UnivariateDerivative1 sum = scores[0].getField().getZero();
        for (UnivariateDerivative1 score : scores) {
            sum = sum.add(score.subtract(largest).exp());
        }
        return sum.log().add(largest);
    }
}
