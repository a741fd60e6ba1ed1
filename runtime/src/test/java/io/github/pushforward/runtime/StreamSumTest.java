package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The sum against that of the JDK, bit for bit. */
class StreamSumTest {
    private static final double[] NASTY = {
        1e308,
        -1e308,
        1e-300,
        1,
        -1,
        1e16,
        0.1,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private static void check(double... elements) {
        StreamSum sum = new StreamSum();
        for (double element : elements) {
            sum = sum.plus(element);
        }
        assertThat(Double.doubleToLongBits(sum.value()))
                .as("sum of %s", Arrays.toString(elements))
                .isEqualTo(Double.doubleToLongBits(DoubleStream.of(elements).sum()));
        assertThat(sum.count()).isEqualTo(elements.length);
        if (elements.length > 0) {
            assertThat(Double.doubleToLongBits(sum.value() / sum.count()))
                    .as("average of %s", Arrays.toString(elements))
                    .isEqualTo(Double.doubleToLongBits(
                            DoubleStream.of(elements).average().getAsDouble()));
        }
    }

    @Test
    void nothing() {
        check();
    }

    @Test
    void fewNastyNumbers() {
        for (double one : NASTY) {
            check(one);
            for (double other : NASTY) {
                check(one, other);
                for (double third : NASTY) {
                    check(one, other, third);
                }
            }
        }
    }

    @Test
    void manyNumbersOfManySizes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 500; trial++) {
            check(random.doubles(random.nextInt(200))
                    .map(v -> (v - 0.5) * Math.pow(10, random.nextInt(30)))
                    .toArray());
        }
    }
}
