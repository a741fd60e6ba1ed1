package io.github.pushforward.example.model;

import java.util.random.RandomGenerator;

/** Images of noise, without any two equal pixels, and labels. */
record RandomImages(double[][] images, int[] labels) {

    static RandomImages draw(ConvolutionalShape shape, int count, RandomGenerator random) {
        double[][] images = new double[count][shape.pixels()];
        int[] labels = new int[count];
        for (int b = 0; b < count; b++) {
            labels[b] = (int) ((random.nextLong() >>> 1) % shape.classes());
            for (int p = 0; p < shape.pixels(); p++) {
                images[b][p] = (random.nextLong() >>> 11) * 0x1p-53;
            }
        }
        return new RandomImages(images, labels);
    }
}
