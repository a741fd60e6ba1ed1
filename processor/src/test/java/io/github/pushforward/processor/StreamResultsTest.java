package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.StreamCode.method;
import static io.github.pushforward.processor.support.StreamCode.number;

import io.github.pushforward.processor.support.Differentiated;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What ends a stream: results of elements, results that may be missing, arrays, answers, effects. */
class StreamResultsTest {
    private static final double[] POINT = {0.7, -1.3, 2.1, 0.4, 3.3};
    private static final double[] NONE = {};

    private static Differentiated array(String body) {
        return method("double[]", body, "");
    }

    @Test
    void maximumAndMinimum() {
        number(
                        "return Arrays.stream(x).map(v -> v * a).max().getAsDouble() - Arrays.stream(x).min().orElseThrow() * a;")
                .at(POINT, 0.8, 1)
                .at(new double[] {2}, 0.8, 1)
                .fails(NoSuchElementException.class, NONE, 0.8, 1);
    }

    /** As Math.max and Math.min have it: NaN wins, and -0.0 is less than 0.0. */
    @Test
    void extremaOfSpecialNumbers() {
        Differentiated max = number("return 1 / Arrays.stream(x).max().getAsDouble();");
        Differentiated min = number("return 1 / Arrays.stream(x).min().getAsDouble();");
        for (double[] x : new double[][] {
            {-0.0, 0.0},
            {0.0, -0.0},
            {-0.0, -0.0},
            {1, Double.NaN, 2},
            {Double.NaN},
            {Double.NEGATIVE_INFINITY},
            {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}
        }) {
            max.sameValueAt(x, 0.8, 1);
            min.sameValueAt(x, 0.8, 1);
        }
    }

    @Test
    void average() {
        number("return Arrays.stream(x).map(v -> v * v).average().getAsDouble() * a;")
                .at(POINT, 0.8, 1)
                .fails(NoSuchElementException.class, NONE, 0.8, 1);
        number("return Arrays.stream(x).filter(v -> v > n).average().orElse(a * a) * a;")
                .at(POINT, 0.8, 1)
                .at(POINT, 0.8, 7);
        number("return a * IntStream.range(0, n).map(i -> i * i).average().orElse(0.5);")
                .at(POINT, 0.8, 4)
                .at(POINT, 0.8, 0);
    }

    @Test
    void insteadOfAMissingResult() {
        number("return Arrays.stream(x).max().orElse(a * a) + Arrays.stream(x).min().orElseGet(() -> Math.sin(a));")
                .at(POINT, 0.8, 1)
                .at(NONE, 0.8, 1);
        number("return (Arrays.stream(x).filter(v -> v > n).max().isPresent() ? a : 2 * a)"
                        + " + (Arrays.stream(x).filter(v -> v > n).min().isEmpty() ? a * a : 0);")
                .at(POINT, 0.8, 1)
                .at(POINT, 0.8, 9);
    }

    @Test
    void reduction() {
        number("return Arrays.stream(x).reduce(a, (p, q) -> p * q + a);")
                .at(POINT, 0.8, 1)
                .at(NONE, 0.8, 1);
        number("return Arrays.stream(x).reduce(1, (p, q) -> p * q) * Arrays.stream(x).reduce(0, Double::sum);")
                .at(POINT, 0.8, 1);
        number("return Arrays.stream(x).map(v -> v * a).reduce((p, q) -> Math.hypot(p, q)).getAsDouble();")
                .at(POINT, 0.8, 1)
                .fails(NoSuchElementException.class, NONE, 0.8, 1);
        number("""
                return Arrays.stream(x).reduce(a, (p, q) -> {
                    if (q < 0) {
                        return p;
                    }
                    return p * q;
                }) + IntStream.rangeClosed(1, n).reduce(1, (p, q) -> p * q) * a;
                """).at(POINT, 0.8, 4);
    }

    @Test
    void first() {
        number("return Arrays.stream(x).filter(v -> v > n).map(v -> v * a).findFirst().orElse(a);")
                .at(POINT, 0.8, 1)
                .at(POINT, 0.8, 9);
    }

    @Test
    void array() {
        array("return Arrays.stream(x).map(v -> v * v * a).toArray();")
                .at(POINT, 0.8, 1)
                .at(NONE, 0.8, 1);
        array("return Arrays.stream(x, 1, n).map(v -> v * v * a).toArray();").at(POINT, 0.8, 4);
        array("return IntStream.range(0, n).mapToDouble(i -> x[i] * a).toArray();")
                .at(POINT, 0.8, 4)
                .at(POINT, 0.8, -4);
        array("return IntStream.rangeClosed(1, n).mapToDouble(i -> x[i] * a).toArray();")
                .at(POINT, 0.8, 4)
                .at(POINT, 0.8, 0);
        array("return Arrays.stream(x).toArray();").at(POINT, 0.8, 4);
    }

    /** Longer than the room that the array begins with. */
    @Test
    void arrayOfUnknownLength() {
        double[] many = new double[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = Math.sin(i) + 0.01 * i;
        }
        array("return Arrays.stream(x).filter(v -> v > a).map(v -> v * a).toArray();")
                .at(many, 0.3, 1)
                .at(POINT, 0.8, 1)
                .at(NONE, 0.8, 1);
        array("return DoubleStream.iterate(a, t -> t * 1.1).limit(n).toArray();")
                .at(POINT, 0.3, 40);
    }

    @Test
    void arrayOfIntegers() {
        number("""
                double sum = 0;
                for (int i : Arrays.stream(x).mapToInt(v -> (int) Math.floor(v)).filter(k -> k >= 0).toArray()) {
                    sum += a * i;
                }
                return sum;
                """).at(POINT, 0.8, 1);
    }

    @Test
    void questions() {
        number("return Arrays.stream(x).anyMatch(v -> v > n) ? a : a * a;")
                .at(POINT, 0.8, 1)
                .at(POINT, 0.8, 9);
        number("return Arrays.stream(x).allMatch(v -> v > n) ? a : a * a;")
                .at(POINT, 0.8, -2)
                .at(POINT, 0.8, 9);
        number("return Arrays.stream(x).noneMatch(v -> v > n) ? a : a * a;")
                .at(POINT, 0.8, 1)
                .at(POINT, 0.8, 9);
        number("return DoubleStream.iterate(a, t -> t * 2).anyMatch(t -> t > n) ? a : a * a;")
                .at(POINT, 0.8, 3);
    }

    @Test
    void count() {
        number("return a * Arrays.stream(x).filter(v -> v > 0).map(v -> v * v).count();")
                .at(POINT, 0.8, 1);
        number("return a * Arrays.stream(x).skip(1).count();").at(POINT, 0.8, 1).at(NONE, 0.8, 1);
    }

    @Test
    void sumsOfIntegers() {
        number("return a * IntStream.range(0, n).map(i -> i * i).sum()"
                        + " + a * IntStream.range(0, n).mapToLong(i -> 1L << 40).sum()"
                        + " + a * IntStream.range(0, n).map(i -> -i).max().orElse(3);")
                .at(POINT, 0.8, 4)
                .at(POINT, 0.8, 0);
    }

    @Test
    void effects() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] x, double[] y, double a) {
                            java.util.stream.IntStream.range(0, x.length).forEach(i -> y[i] = a * x[i]);
                            java.util.stream.IntStream.range(1, x.length).forEachOrdered(i -> {
                                double t = y[i] * y[i - 1];
                                if (t < 0) {
                                    t = -t;
                                }
                                y[i] += t;
                            });
                        }
                        """, "f")
                .at(POINT, new double[5], 0.8)
                .fails(ArrayIndexOutOfBoundsException.class, POINT, new double[3], 0.8);
    }

    /** The result is computed lazily, where a condition asks for it. */
    @Test
    void inConditions() {
        number("""
                double t = a;
                while (n > 0 && Arrays.stream(x).map(v -> v * 0 + a).sum() > t) {
                    t = t + Arrays.stream(x).map(v -> v * v).sum();
                }
                return t > 2 || x[9] > 0 ? t : Arrays.stream(x).sum();
                """).at(POINT, 0.8, 1);
    }
}
