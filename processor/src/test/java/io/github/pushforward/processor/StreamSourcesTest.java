package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.StreamCode.number;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Streams over arrays, ranges and what functions make, which become loops. */
class StreamSourcesTest {

    private static final double[] POINT = {0.7, -1.3, 2.1};

    @Test
    void array() {
        number("return Arrays.stream(x).map(v -> a * v * v).sum();")
                .at(POINT, 1.5, 2)
                .at(new double[0], 1.5, 2)
                .fails(NullPointerException.class, null, 1.5, 2);
    }

    @Test
    void partOfArray() {
        number("return Arrays.stream(x, 1, n).map(v -> a * Math.sin(v)).sum();")
                .at(POINT, 1.5, 3)
                .at(POINT, 1.5, 1)
                .fails(ArrayIndexOutOfBoundsException.class, POINT, 1.5, 0)
                .fails(ArrayIndexOutOfBoundsException.class, POINT, 1.5, 4)
                .fails(NullPointerException.class, null, 1.5, 2);
    }

    @Test
    void elements() {
        number("return DoubleStream.of(a, x[0] * a, n).map(Math::exp).sum() + DoubleStream.of(x).sum() * a;")
                .at(POINT, 0.5, 2);
    }

    @Test
    void range() {
        number("return IntStream.range(0, n).mapToDouble(i -> a * x[i] * i).sum();")
                .at(POINT, 1.5, 3)
                .at(POINT, 1.5, 0)
                .at(POINT, 1.5, -4)
                .fails(ArrayIndexOutOfBoundsException.class, POINT, 1.5, 4);
    }

    @Test
    void closedRange() {
        number("return IntStream.rangeClosed(1, n).mapToDouble(k -> Math.pow(a, k) / k).sum();")
                .at(POINT, 0.5, 3)
                .at(POINT, 0.5, 1)
                .at(POINT, 0.5, 0);
    }

    /** After the largest number there is none, and the stream ends all the same. */
    @Test
    void closedRangeToTheLargestNumber() {
        number("return IntStream.rangeClosed(Integer.MAX_VALUE - n, Integer.MAX_VALUE).mapToDouble(k -> a * k).sum();")
                .at(POINT, 0.5, 3);
    }

    @Test
    void integers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, int[] order, long[] weights) {
                            return java.util.Arrays.stream(order).mapToDouble(i -> x[i] * x[i]).sum()
                                    + java.util.Arrays.stream(weights).mapToDouble(w -> w * x[0]).sum();
                        }
                        """, "f").at(POINT, new int[] {2, 0, 2}, new long[] {3, 5});
    }

    @Test
    void rows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] rows, double[] w) {
                            return java.util.Arrays.stream(rows)
                                    .mapToDouble(row -> {
                                        double dot = 0;
                                        for (int j = 0; j < row.length; j++) {
                                            dot += row[j] * w[j];
                                        }
                                        return dot * dot;
                                    })
                                    .sum();
                        }
                        """, "f").at(new double[][] {{1, 2}, {0.5, -0.3}}, new double[] {0.7, 1.1});
    }

    @Test
    void iterated() {
        number("return DoubleStream.iterate(a, t -> t * x[0]).limit(n).map(t -> t * t).sum();")
                .at(POINT, 0.5, 4)
                .at(POINT, 0.5, 0)
                .fails(IllegalArgumentException.class, POINT, 0.5, -1);
        number("return DoubleStream.iterate(a, t -> t < 10, t -> t * 2 + x[1] * x[1]).sum();")
                .at(POINT, 0.5, 4)
                .at(POINT, 11.0, 4);
    }

    @Test
    void generated() {
        number("return DoubleStream.generate(() -> a * x[0]).limit(n).sum();").at(POINT, 0.5, 4);
    }
}
