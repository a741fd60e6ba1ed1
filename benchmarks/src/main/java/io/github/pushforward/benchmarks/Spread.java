package io.github.pushforward.benchmarks;

import java.util.List;

/**
 * Repeated measurements of one thing.
 *
 * @param sorted in ascending order
 */
record Spread(List<Double> sorted) {

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    double median() {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    double least() {
        return sorted.get(0);
    }

    double most() {
        return sorted.get(sorted.size() - 1);
    }
}
