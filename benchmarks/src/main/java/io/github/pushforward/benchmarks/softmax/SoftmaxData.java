package io.github.pushforward.benchmarks.softmax;

import java.util.SplittableRandom;

/**
 * A made-up batch of the size of MNIST's images, from a seed: pixels between 0 and 1, and labels at random. The work of the kernels
 * does not depend on what stands in it.
 *
 * @param weights a row for each of 10 classes
 * @param images a row for each of 64 images, of 784 pixels
 * @param pixels the same, a row for each pixel
 */
record SoftmaxData(double[][] weights, double[] bias, double[][] images, double[][] pixels, int[] labels) {
    static final int CLASSES = 10;
    static final int PIXELS = 784;
    static final int BATCH = 64;
    static final int INPUTS = CLASSES * PIXELS + CLASSES;

    static SoftmaxData make() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] weights = matrix(random, CLASSES, PIXELS, -0.1, 0.1);
        double[] bias = random.doubles(CLASSES, -0.1, 0.1).toArray();
        double[][] images = matrix(random, BATCH, PIXELS, 0, 1);
        double[][] pixels = new double[PIXELS][BATCH];
        for (int p = 0; p < PIXELS; p++) {
            for (int i = 0; i < BATCH; i++) {
                pixels[p][i] = images[i][p];
            }
        }
        return new SoftmaxData(
                weights, bias, images, pixels, random.ints(BATCH, 0, CLASSES).toArray());
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns, double least, double bound) {
        double[][] matrix = new double[rows][];
        for (int r = 0; r < rows; r++) {
            matrix[r] = random.doubles(columns, least, bound).toArray();
        }
        return matrix;
    }
}
