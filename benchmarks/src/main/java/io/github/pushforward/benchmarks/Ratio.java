package io.github.pushforward.benchmarks;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A column of the table: how long one benchmark of a kernel takes, in units of another.
 *
 * @param perInput whether the ratio is divided by the number n of inputs
 */
record Ratio(String heading, String numerator, String denominator, boolean perInput, Goal goal) {

    /** A ratio with nothing to reach. */
    Ratio(String heading, String numerator, String denominator) {
        this(heading, numerator, denominator, false, Goal.atMost());
    }

    Ratio forEachInput() {
        return new Ratio(heading, numerator, denominator, true, goal);
    }

    Ratio toReach(Goal aim) {
        return new Ratio(heading, numerator, denominator, perInput, aim);
    }

    /**
     * @param nanoseconds of each benchmark of a kernel, by name
     * @return nothing where the kernel has no such benchmarks
     */
    OptionalDouble of(Map<String, Double> nanoseconds, int n) {
        Double above = nanoseconds.get(numerator);
        Double below = nanoseconds.get(denominator);
        if (above == null || below == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(above / below / (perInput ? n : 1));
    }
}
