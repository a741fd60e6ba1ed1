package io.github.pushforward.benchmarks.network;

import java.util.SplittableRandom;

/**
 * A made-up batch of the size of MNIST's images, from a seed: pixels between 0 and 1, labels at random, and weights for which about
 * half of the hidden units are at 0. The work of the kernels does not depend on what stands in it.
 *
 * @param images a row for each of 64 images
 * @param pixels the same, a row for each pixel
 */
record NetworkData(NetworkParameters parameters, double[][] images, double[][] pixels, int[] labels) {
    static final int BATCH = 64;

    static NetworkData make() {
        SplittableRandom random = new SplittableRandom(8);
        double[] parameters = random.doubles(NetworkParameters.COUNT, -0.1, 0.1).toArray();
        double[][] images = new double[BATCH][];
        for (int b = 0; b < BATCH; b++) {
            images[b] = random.doubles(NetworkParameters.PIXELS, 0, 1).toArray();
        }
        return new NetworkData(
                NetworkParameters.of(parameters),
                images,
                BatchBackprop.transpose(images),
                random.ints(BATCH, 0, NetworkParameters.CLASSES).toArray());
    }
}
