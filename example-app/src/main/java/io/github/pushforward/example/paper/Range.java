package io.github.pushforward.example.paper;

import java.util.Arrays;
import java.util.List;

/** From the least to the greatest of some numbers, with a margin. */
record Range(double min, double max) {

    private static final double MARGIN = 0.1;

    static Range of(List<double[]> numbers, double andThis) {
        double min = andThis;
        double max = andThis;
        for (double[] some : numbers) {
            min = Math.min(min, Arrays.stream(some).min().orElse(min));
            max = Math.max(max, Arrays.stream(some).max().orElse(max));
        }
        double margin = MARGIN * (max - min);
        return new Range(min - margin, max + margin);
    }
}
