package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Differentiable;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    @Differentiable
    static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /** The probability of less than {@code x}: by its series near zero, by a continued fraction in the tails. */
    @Differentiable
    static double distribution(double x) {
        double distance = Math.abs(x);
        if (distance > 4) {
            double tail = tail(distance);
            return x > 0 ? 1 - tail : tail;
        }
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    private static double tail(double x) {
        double fraction = x;
        for (int i = 60; i > 0; i--) {
            fraction = x + i / fraction;
        }
        return density(x) / fraction;
    }
}
