package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/** A law as a user writes it: components ±1, one {@code nextLong()} each, drawn as a whole. */
final class OwnLaw implements Directions {

    @Override
    public void draw(double[] v, RandomGenerator random) {
        for (int i = 0; i < v.length; i++) {
            v[i] = random.nextLong() < 0L ? -1.0 : 1.0;
        }
    }

    @Override
    public double relativeVariance(int dimension) {
        return Math.max(0.0, dimension - 1.0);
    }
}
