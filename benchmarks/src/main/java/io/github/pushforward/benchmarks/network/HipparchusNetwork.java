package io.github.pushforward.benchmarks.network;

import org.hipparchus.analysis.differentiation.UnivariateDerivative1;

/**
 * {@link Network} in {@code UnivariateDerivative1}, image by image: among objects the order of loops with the sums in variables is the
 * faster one, so this is compared with both.
 *
 * <p>There is no version in {@code Gradient}: each of its numbers would hold 101,770 partial derivatives.
 */
final class HipparchusNetwork {

    private HipparchusNetwork() {}

    /** A layer's parameters. */
    record Layer(UnivariateDerivative1[][] weights, UnivariateDerivative1[] bias) {

        static Layer of(double[][] weights, double[] bias, double[][] weightsTangent, double[] biasTangent) {
            UnivariateDerivative1[][] numbers = new UnivariateDerivative1[weights.length][];
            for (int o = 0; o < weights.length; o++) {
                numbers[o] = numbers(weights[o], weightsTangent[o]);
            }
            return new Layer(numbers, numbers(bias, biasTangent));
        }

        private static UnivariateDerivative1[] numbers(double[] values, double[] tangents) {
            UnivariateDerivative1[] numbers = new UnivariateDerivative1[values.length];
            for (int i = 0; i < values.length; i++) {
                numbers[i] = new UnivariateDerivative1(values[i], tangents[i]);
            }
            return numbers;
        }
    }

    static UnivariateDerivative1 loss(Layer hiddenLayer, Layer outputLayer, double[][] images, int[] labels) {
        UnivariateDerivative1 zero = hiddenLayer.bias[0].getField().getZero();
        UnivariateDerivative1[] hidden = new UnivariateDerivative1[hiddenLayer.bias.length];
        UnivariateDerivative1[] scores = new UnivariateDerivative1[outputLayer.bias.length];
        UnivariateDerivative1 loss = zero;
        for (int b = 0; b < images.length; b++) {
            double[] image = images[b];
            for (int o = 0; o < hidden.length; o++) {
                UnivariateDerivative1[] row = hiddenLayer.weights[o];
                UnivariateDerivative1 sum = hiddenLayer.bias[o];
                for (int i = 0; i < image.length; i++) {
                    sum = sum.add(row[i].multiply(image[i]));
                }
                hidden[o] = sum.getReal() > 0 ? sum : zero;
            }
            for (int o = 0; o < scores.length; o++) {
                UnivariateDerivative1[] row = outputLayer.weights[o];
                UnivariateDerivative1 sum = outputLayer.bias[o];
                for (int i = 0; i < hidden.length; i++) {
                    sum = sum.add(row[i].multiply(hidden[i]));
                }
                scores[o] = sum;
            }
            loss = loss.add(logSumExp(scores)).subtract(scores[labels[b]]);
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
