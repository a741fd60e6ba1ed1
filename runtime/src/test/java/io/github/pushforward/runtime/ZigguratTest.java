package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ZigguratTest {

    private static final int DRAWS = 4_000_000;

    /** Points and the normal distribution function there, from tables; 3.4426… is where the tail's own method begins. */
    private static final double[][] DISTRIBUTION = {
        {-4.0, 3.167124183312e-5},
        {-3.442619855899, 2.880542561958e-4},
        {-3.0, 1.349898031630e-3},
        {-2.0, 0.02275013194818},
        {-1.0, 0.1586552539315},
        {-0.25, 0.4012936743171},
        {0.0, 0.5},
        {0.5, 0.6914624612740},
        {1.5, 0.9331927987311},
        {2.5, 0.9937903346742},
        {3.442619855899, 1.0 - 2.880542561958e-4},
        {4.0, 1.0 - 3.167124183312e-5},
    };

    @Test
    void distributionIsNormal() {
        RandomGenerator random = new SplittableRandom(1L);
        long[] below = new long[DISTRIBUTION.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = Ziggurat.next(random);
            for (int k = 0; k < below.length; k++) {
                if (x < DISTRIBUTION[k][0]) {
                    below[k]++;
                }
            }
        }
        for (int k = 0; k < below.length; k++) {
            double p = DISTRIBUTION[k][1];
            double standardError = Math.sqrt(p * (1.0 - p) / DRAWS);
            assertThat(Math.abs((double) below[k] / DRAWS - p) / standardError)
                    .as("standard errors from the distribution function at %s", DISTRIBUTION[k][0])
                    .isLessThan(4.5);
        }
    }

    @Test
    void momentsAreNormal() {
        RandomGenerator random = new SplittableRandom(2L);
        double[] expected = {0.0, 1.0, 0.0, 3.0, 0.0, 15.0};
        SampleMean[] moments = new SampleMean[expected.length];
        for (int p = 0; p < moments.length; p++) {
            moments[p] = new SampleMean();
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = Ziggurat.next(random);
            double power = 1.0;
            for (SampleMean moment : moments) {
                power *= x;
                moment.add(power);
            }
        }
        for (int p = 0; p < moments.length; p++) {
            moments[p].assertMeanIs(expected[p], "moment " + (p + 1));
        }
    }
}
