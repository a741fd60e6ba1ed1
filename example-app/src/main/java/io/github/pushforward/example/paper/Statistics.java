package io.github.pushforward.example.paper;

import java.util.Arrays;

/** What a few numbers come to. */
final class Statistics {

    private Statistics() {}

    /** The middle one, of an even number of them the mean of the two in the middle; not a number of none. */
    static double median(double[] numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }
}
