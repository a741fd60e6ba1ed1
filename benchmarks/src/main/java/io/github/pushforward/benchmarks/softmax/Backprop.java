package io.github.pushforward.benchmarks.softmax;

/** The gradient of {@link SoftmaxRegression} by hand-written backpropagation, in the same order of loops, image by image. */
final class Backprop {

    private Backprop() {}

    /**
     * @param gradient receives ∂loss/∂parameter for each parameter
     * @return the loss
     */
    static double loss(double[][] weights, double[] bias, double[][] images, int[] labels, SoftmaxParameters gradient) {
        gradient.clear();
        double[] scores = new double[bias.length];
        double loss = 0;
        for (int i = 0; i < images.length; i++) {
            double[] image = images[i];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = score(weights[c], bias[c], image);
            }
            double largest = scores[0];
            for (int c = 1; c < scores.length; c++) {
                largest = Math.max(largest, scores[c]);
            }
            int label = labels[i];
            double ofLabel = scores[label];
            double sum = 0;
            for (int c = 0; c < scores.length; c++) {
                scores[c] = Math.exp(scores[c] - largest);
                sum += scores[c];
            }
            loss += largest + Math.log(sum) - ofLabel;

            double scale = 1 / (sum * images.length);
            for (int c = 0; c < scores.length; c++) {
                double adjoint = scores[c] * scale - (c == label ? 1.0 / images.length : 0);
                gradient.bias()[c] += adjoint;
                addScaled(adjoint, image, gradient.weights()[c]);
            }
        }
        return loss / images.length;
    }

    private static double score(double[] weights, double bias, double[] image) {
        double score = bias;
        for (int p = 0; p < image.length; p++) {
            score += weights[p] * image[p];
        }
        return score;
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int p = 0; p < sums.length; p++) {
            sums[p] += scale * x[p];
        }
    }
}
