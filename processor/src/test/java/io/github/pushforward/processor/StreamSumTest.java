package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.Dual;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sums and averages compensate for rounding as those of the JDK do: the value is the same to the last bit. */
class StreamSumTest {
    private static final double[] NASTY = {
        1e308,
        -1e308,
        Double.MAX_VALUE,
        1e-300,
        Double.MIN_VALUE,
        1e16,
        1,
        -1e16,
        0.1,
        -0.0,
        0.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static final Compiled DEMO = Compiled.members("""
            @Differentiable
            static double sum(double[] x) {
                return java.util.Arrays.stream(x).sum();
            }
            @Differentiable
            static double average(double[] x) {
                return java.util.Arrays.stream(x).map(v -> 3 * v).average().orElse(-1);
            }
            """);

    /** Value and derivative along the numbers 1, 2, 3 and so on. */
    private static void check(double... x) {
        double[] direction = IntStream.rangeClosed(1, x.length).asDoubleStream().toArray();
        double plain = 0;
        for (double part : direction) {
            plain += part;
        }
        Dual sum = (Dual) DEMO.call("demo.DemoTangent", "sum", x, direction);
        assertThat(Double.doubleToLongBits(sum.value()))
                .as("sum of %s", Arrays.toString(x))
                .isEqualTo(Double.doubleToLongBits((double) DEMO.call("demo.Demo", "sum", (Object) x)));
        assertThat(sum.tangent()).isEqualTo(plain);
        Dual average = (Dual) DEMO.call("demo.DemoTangent", "average", x, direction);
        assertThat(Double.doubleToLongBits(average.value()))
                .as("average of %s", Arrays.toString(x))
                .isEqualTo(Double.doubleToLongBits((double) DEMO.call("demo.Demo", "average", (Object) x)));
        assertThat(average.tangent()).isEqualTo(x.length == 0 ? 0 : 3 * plain / x.length);
    }

    @Test
    void nothing() {
        check();
    }

    /** Where a plain sum gives 0, or another last digit. */
    @Test
    void cancellation() {
        check(1e16, 1, -1e16);
        check(1, 1e100, 1, -1e100);
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        check(tenths);
    }

    @Test
    void overflow() {
        check(1e308, 1e308, -1e308);
        check(-1e308, -1e308, 1e308, 1e308);
    }

    @Test
    void infinities() {
        check(Double.POSITIVE_INFINITY);
        check(1, Double.NEGATIVE_INFINITY, 2);
        check(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        check(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void notANumber() {
        check(1, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void negativeZeros() {
        check(-0.0);
        check(-0.0, -0.0, 0.0);
    }

    @Test
    void everyPairOfNastyNumbers() {
        for (double one : NASTY) {
            for (double other : NASTY) {
                check(one, other);
                check(one, 1e-3, other, 7);
            }
        }
    }

    @Test
    void randomNumbersOfManySizes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 2000; trial++) {
            double[] x = random.doubles(random.nextInt(9))
                    .map(v -> (v - 0.5) * Math.pow(10, random.nextInt(25)))
                    .toArray();
            check(x);
        }
    }
}
