package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A law as a user writes it whose directions depend on each other: √n·e_i with K different i, drawn without replacement. */
final class DistinctCoordinates implements Directions {

    @Override
    public void draw(double[] v, RandomGenerator random) {
        draw(new double[][] {v}, random);
    }

    @Override
    public void draw(double[][] directions, RandomGenerator random) {
        int n = directions[0].length;
        int[] indices = new int[n];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        for (int k = 0; k < directions.length; k++) {
            int drawn = k + (int) Long.remainderUnsigned(random.nextLong(), n - k);
            int index = indices[drawn];
            indices[drawn] = indices[k];
            Arrays.fill(directions[k], 0.0);
            directions[k][index] = Math.sqrt(n);
        }
    }

    @Override
    public boolean independent() {
        return false;
    }

    @Override
    public double relativeVariance(int dimension) {
        return dimension - 1.0;
    }

    @Override
    public double relativeVariance(int dimension, int samples) {
        return (double) dimension / samples - 1.0;
    }
}
