package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

/** The mean of what was observed, with its standard error (Welford's recurrence). */
final class SampleMean {

    private long count;
    private double mean;
    private double squares;

    void add(double observation) {
        count++;
        double delta = observation - mean;
        mean += delta / count;
        squares += delta * (observation - mean);
    }

    double standardError() {
        return Math.sqrt(squares / (count - 1.0) / count);
    }

    /** How many standard errors, or rounding errors where all observations are alike, the mean is from {@code expected}. */
    double deviation(double expected) {
        return Math.abs(mean - expected) / (standardError() + 1e-13 * Math.max(1.0, Math.abs(expected)));
    }

    /** Five standard errors: one seed in two million would miss by chance, and the seeds are fixed. */
    void assertMeanIs(double expected, String what) {
        assertThat(deviation(expected))
                .as("%s: mean %s ± %s, expected %s", what, mean, standardError(), expected)
                .isLessThan(5.0);
    }
}
