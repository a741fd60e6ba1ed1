package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/** A law of random directions; under construction. */
public interface Directions {
    void draw(double[] v, RandomGenerator random);
}
