package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.StreamCode.method;
import static io.github.pushforward.processor.support.StreamCode.number;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualUnaryOperator;
import io.github.pushforward.runtime.IntToDualFunction;
import org.junit.jupiter.api.Test;

/** What stands between the source of a stream and its result. */
class StreamStagesTest {
    private static final double[] POINT = {0.7, -1.3, 2.1, 0.4, 3.3};

    @Test
    void oneMapAfterAnother() {
        number("return Arrays.stream(x).map(v -> v * a).map(w -> Math.sin(w) + a).map(Math::exp).sum();")
                .at(POINT, 0.8, 2);
    }

    /** Both functions call their parameter alike, and one of them declares what the other has as parameter. */
    @Test
    void equalNames() {
        number("""
                return Arrays.stream(x)
                        .map(v -> v * a)
                        .map(v -> v + a)
                        .map(t -> { double v = t * t; return v * a; })
                        .peek(v -> { double t = v; if (t > 1e9) { throw new IllegalStateException(); } })
                        .peek(v -> { double t = v; if (t < -1e9) { throw new IllegalStateException(); } })
                        .map(sum -> sum * 2)
                        .sum();
                """).at(POINT, 0.8, 2);
    }

    @Test
    void functionsOfEveryKind() {
        method("double", """
                DoubleUnaryOperator scaled = v -> v * a;
                DoubleUnaryOperator shifted = new DoubleUnaryOperator() {
                    @Override
                    public double applyAsDouble(double v) {
                        return v + a * a;
                    }
                };
                return Arrays.stream(x).map(scaled).map(Demo::cube).map(shifted).map(v -> scaled.applyAsDouble(v)).sum();
                """, """
                private static double cube(double v) {
                    return v * v * v;
                }
                """).at(POINT, 0.8, 2);
    }

    @Test
    void filter() {
        number("return Arrays.stream(x).filter(v -> v > 0).map(v -> a * Math.log(v)).sum();")
                .at(POINT, 0.8, 2);
        number("return IntStream.range(0, n).filter(i -> i % 2 == 0).mapToDouble(i -> x[i] * a).sum();")
                .at(POINT, 0.8, 5);
        number("return Arrays.stream(x).filter(v -> v > a).map(v -> v * a).filter(v -> v < 3).sum();")
                .at(POINT, 0.5, 2);
    }

    @Test
    void limitAndSkip() {
        number("return Arrays.stream(x).skip(1).map(v -> v * a).limit(n).map(v -> v * v).sum();")
                .at(POINT, 0.8, 2)
                .at(POINT, 0.8, 0)
                .at(POINT, 0.8, 9)
                .fails(IllegalArgumentException.class, POINT, 0.8, -1)
                .fails(NullPointerException.class, null, 0.8, -1);
        number("return Arrays.stream(x).filter(v -> v > 0).skip(n).map(v -> v * a).sum();")
                .at(POINT, 0.8, 2)
                .fails(IllegalArgumentException.class, POINT, 0.8, -1);
        number("return Arrays.stream(x).limit(4).filter(v -> v > 0).limit(2).map(v -> a * v * v).sum();")
                .at(POINT, 0.8, 2);
    }

    @Test
    void takeWhileAndDropWhile() {
        number("return Arrays.stream(x).dropWhile(v -> v > 0).takeWhile(v -> v < 3).map(v -> v * v * a).sum();")
                .at(POINT, 0.8, 2)
                .at(new double[] {1, 2}, 0.8, 2);
    }

    @Test
    void throughIntegers() {
        number("""
                return Arrays.stream(x).mapToInt(v -> (int) Math.floor(v)).mapToLong(k -> 2L * k).mapToDouble(k -> a * k).sum()
                        + IntStream.range(0, n).asDoubleStream().map(v -> v * a).sum()
                        + IntStream.range(0, n).asLongStream().mapToInt(v -> (int) v).map(k -> k * k).mapToDouble(k -> a / (1 + k)).sum();
                """).at(POINT, 0.8, 3);
    }

    @Test
    void nested() {
        number("""
                return IntStream.range(0, x.length)
                        .mapToDouble(i -> x[i] * IntStream.rangeClosed(0, i).mapToDouble(j -> a * x[j] * Arrays.stream(x).map(v -> v * x[i]).sum()).sum())
                        .sum();
                """).at(POINT, 0.8, 3);
    }

    /** The elements go through all stages one after the other, so that an exception leaves the same traces. */
    @Test
    void orderOfEvaluation() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double[] trace, int[] next) {
                            return java.util.Arrays.stream(x)
                                    .peek(v -> trace[next[0]++] = v)
                                    .map(v -> trace[next[0]++] = 2 * v)
                                    .filter(v -> v > 0)
                                    .peek(v -> trace[next[0]++] = 3 * v)
                                    .skip(1)
                                    .limit(1)
                                    .map(v -> trace[next[0]++] = v * v)
                                    .sum();
                        }
                        """, "f")
                .at(POINT, new double[20], new int[1])
                .fails(ArrayIndexOutOfBoundsException.class, POINT, new double[4], new int[1])
                .fails(ArrayIndexOutOfBoundsException.class, POINT, new double[7], new int[1])
                .fails(NullPointerException.class, POINT, null, new int[1]);
    }

    /** Arguments of stages come after the source, whatever goes wrong in them. */
    @Test
    void orderOfArguments() {
        Differentiated.of("""
                        private static int noted(int[] notes, int n) {
                            notes[0]++;
                            return n;
                        }
                        @Differentiable
                        static double f(double[] x, double[] y, int[] notes, int n) {
                            y[notes[0]] = 1;
                            double sum = java.util.Arrays.stream(x).limit(noted(notes, n)).map(v -> v * v).sum();
                            y[notes[0]] = sum;
                            return sum;
                        }
                        """, "f")
                .at(POINT, new double[2], new int[1], 3)
                .fails(IllegalArgumentException.class, POINT, new double[2], new int[1], -3)
                .fails(NullPointerException.class, null, new double[2], new int[1], 3);
    }

    @Test
    void inAnInstanceMethod() {
        Compiled compiled = Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        import static java.util.stream.IntStream.range;
                        final class Demo {
                            final double[] weights = {0.5, 1.5, -2};
                            double bend(double v) {
                                return v * v * weights[0];
                            }
                            @Differentiable
                            double energy(double[] x) {
                                return range(0, x.length).mapToDouble(i -> this.weights[i] * bend(x[i])).map(this::bend).sum();
                            }
                            @Differentiable
                            static double f(double[] x) {
                                return new Demo().energy(x);
                            }
                        }
                        """);
        Differentiated.method(compiled, "f", true).at(new double[] {0.3, 0.8, -0.4});
    }

    /** All elements arrive before the first one goes on; equal ones are none here. */
    @Test
    void sorted() {
        number("return Arrays.stream(x).map(v -> v * a).sorted().limit(2).reduce(a, (p, q) -> p * q + q);")
                .at(POINT, 0.8, 2)
                .at(new double[0], 0.8, 2)
                .at(new double[] {2}, 0.8, 2);
        number("return Arrays.stream(x).filter(v -> v > 0).sorted().skip(1).findFirst().orElse(a);")
                .at(POINT, 0.8, 2)
                .at(new double[] {2}, 0.8, 2);
        number("return Arrays.stream(x).limit(n).sorted().map(v -> v * a).sorted().skip(1).sum();")
                .at(POINT, -0.8, 3)
                .fails(IllegalArgumentException.class, POINT, -0.8, -3)
                .fails(NullPointerException.class, null, -0.8, -3);
        method("double[]", "return Arrays.stream(x).map(v -> a * v).sorted().map(v -> v * v).toArray();", "")
                .at(POINT, 0.8, 2);
        number(
                        "return IntStream.range(0, n).map(i -> (7 * i) % 5).sorted().mapToDouble(i -> x[i] * i).reduce(a, (p, q) -> p / 2 + q);")
                .at(POINT, 0.8, 5);
    }

    /** As Arrays.sort has it: -0.0 before 0.0, NaN at the end. */
    @Test
    void sortedSpecialNumbers() {
        method("double[]", "return Arrays.stream(x).sorted().map(v -> 1 / v).toArray();", "")
                .sameValueAt(new double[] {0.0, -0.0, Double.NaN, -1, Double.NEGATIVE_INFINITY, 0.0}, 0.8, 2);
    }

    /** Where elements are sorted by themselves, they go on one by one. */
    @Test
    void orderOfEvaluationAroundSorted() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] trace, double a, int[] next) {
                            return java.util.stream.IntStream.range(0, 4)
                                            .peek(i -> trace[next[0]++] = a * i)
                                            .sorted()
                                            .filter(i -> i != 2)
                                            .peek(i -> trace[next[0]++] = -a * i)
                                            .map(i -> -i)
                                            .sorted()
                                            .peek(i -> trace[next[0]++] = a * a * i)
                                            .mapToDouble(i -> trace[0] + i)
                                            .limit(2)
                                            .sum();
                        }
                        """, "f")
                .at(new double[20], 0.8, new int[1])
                .fails(ArrayIndexOutOfBoundsException.class, new double[3], 0.8, new int[1])
                .fails(ArrayIndexOutOfBoundsException.class, new double[8], 0.8, new int[1]);
    }

    /** A function that comes from outside is asked for at once, and called for each element. */
    @Test
    void functionFromOutside() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import java.util.function.IntToDoubleFunction;
                import java.util.stream.IntStream;
                final class Demo {
                    @Differentiable
                    static double f(double[] x, double a, IntToDoubleFunction weight) {
                        return a * IntStream.range(0, x.length).mapToDouble(weight).map(w -> w * a).sum()
                                + IntStream.range(0, x.length).mapToDouble(i -> x[i] * weight.applyAsDouble(i)).sum();
                    }
                }
                """);
        IntToDualFunction weight = i -> new Dual(2 / (1.0 + i), 0);
        Differentiated.method(compiled, "f", true, true, false)
                .at(POINT, 0.8, weight)
                .fails(NullPointerException.class, new double[0], 0.8, null);
    }

    /** Its dual form gives the derivative. */
    @Test
    void functionParameter() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import java.util.Arrays;
                import java.util.function.DoubleUnaryOperator;
                final class Demo {
                    @Differentiable
                    static double f(double[] x, double a, DoubleUnaryOperator bend) {
                        return Arrays.stream(x).map(v -> v * a).map(bend).map(v -> v + bend.applyAsDouble(a)).sum();
                    }
                }
                """);
        DualUnaryOperator square = (x, xTangent) -> new Dual(x * x, 2 * x * xTangent);
        Differentiated.method(compiled, "f", true, true, false)
                .at(POINT, 0.8, square)
                .fails(NullPointerException.class, new double[0], 0.8, null);
    }

    @Test
    void activeObjects() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import java.util.Arrays;
                import java.util.stream.IntStream;
                final class Demo {
                    @Differentiable
                    record Point(double x, double y) {
                        double dot(Point other) {
                            return x * other.x + y * other.y;
                        }
                    }
                    @Differentiable
                    static double f(double[] x, double a, int n) {
                        Point[] points = new Point[x.length];
                        for (int i = 0; i < x.length; i++) {
                            points[i] = new Point(x[i], a * x[i] * i);
                        }
                        Point center = new Point(a, 1);
                        return Arrays.stream(points).filter(p -> p.x() > 0).mapToDouble(p -> p.dot(center)).sum()
                                + IntStream.range(0, n)
                                        .mapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> points[i].dot(points[j])).sum())
                                        .max().orElse(a);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, true, false)
                .at(POINT, 0.8, 4)
                .at(POINT, 0.8, 0);
    }
}
