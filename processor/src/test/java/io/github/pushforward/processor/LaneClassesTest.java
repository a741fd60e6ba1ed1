package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.LaneViews;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes have tangents along several directions, and what becomes of methods over those that have none. */
class LaneClassesTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;

    private static Compiled compiled(int lanes, String... sources) {
        return Compiled.withOptions(List.of("-Apushforward.lanes=" + lanes), sources);
    }

    private static int lanesOf(Compiled compiled) {
        Object view = compiled.call("demo.Demo", "view"); // which checks it
        return LaneViews.lanes(view);
    }

    @Test
    void onlyThoseThatAreUsed() {
        Compiled compiled =
                compiled(4, HEADER + """
                @Differentiable
                record Used(double x) {}
                """, HEADER + """
                @Differentiable
                record Part(double x) {}
                """, HEADER + """
                @Differentiable
                record Whole(Part part) {}
                """, HEADER + """
                @Differentiable
                record Idle(double x) {}
                """, HEADER + """
                @Differentiable
                record Applied(double x) {}
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Used used, Whole whole, Idle[] idle, int n) {
                        return used.x() * whole.part().x() * n;
                    }
                    /** A function in its dual form takes one direction. */
                    @Differentiable
                    static double g(java.util.function.DoubleUnaryOperator h, Applied applied) {
                        return h.applyAsDouble(applied.x());
                    }
                }
                """);
        assertThat(compiled.has("demo.UsedLanes$Tangent4")).isTrue();
        assertThat(compiled.has("demo.PartLanes$Tangent4")).isTrue();
        assertThat(compiled.has("demo.WholeLanes$Tangent4")).isTrue();
        assertThat(compiled.has("demo.IdleLanes$Tangent4")).isTrue();
        assertThat(compiled.has("demo.UsedLanes$Tangent2")).isFalse();
        assertThat(compiled.has("demo.AppliedLanes")).isFalse();
    }

    /** {@code x1} would be lane 1 of x as well as the array. */
    @Test
    void partsOfOneNameHaveOneDirection() {
        Compiled compiled = compiled(4, HEADER + """
                @Differentiable
                record Odd(double x, double[] x1) {}
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Odd odd, double a) {
                        return odd.x() * odd.x1()[1] * a;
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.fFunction(new Odd(2, new double[] {3, 4}), 5);
                    }
                }
                """);
        assertThat(lanesOf(compiled)).isEqualTo(1);
        assertThat(compiled.has("demo.OddLanes")).isFalse();
    }

    /** The constructor of a tangent takes at most 254 slots, and a number needs two for each lane. */
    @Test
    void manyPartsHaveFewerLanes() {
        String components =
                IntStream.range(0, 20).mapToObj(i -> "double v" + i + "e").collect(Collectors.joining(", "));
        String numbers = IntStream.range(0, 20).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        Compiled compiled = compiled(
                8,
                HEADER + "@Differentiable\nrecord Wide(" + components + ") {}",
                HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Wide wide, double a) {
                        return wide.v0e() * wide.v19e() * a;
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.fFunction(new Wide(NUMBERS), 5);
                    }
                }
                """.replace("NUMBERS", numbers));
        assertThat(lanesOf(compiled)).isEqualTo(4);
        assertThat(compiled.has("demo.WideLanes$Tangent4")).isTrue();
        assertThat(compiled.has("demo.WideLanes$Tangent8")).isFalse();
    }

    private static final String LAYER = """
            package lib;
            import io.github.pushforward.Differentiable;
            @Differentiable
            public interface Layer {
                @Differentiable
                double at(double x);
            }
            """;
    private static final String LINE = """
            package lib;
            import io.github.pushforward.Differentiable;
            @Differentiable
            public record Line(double slope, double[] offsets) implements Layer {
                @Override
                @Differentiable
                public double at(double x) {
                    return slope * x + offsets[0];
                }
            }
            """;
    private static final String PLAIN = """
            package lib;
            import io.github.pushforward.Differentiable;
            @Differentiable
            public record Plain(double x, double y) {}
            """;
    private static final String USER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            import lib.*;
            final class Demo {
                @Differentiable
                static double f(TYPE object, double a) {
                    return EXPRESSION * a;
                }
                static DifferentiableFunction view() {
                    return DemoGradient.fFunction(new VALUE, 3);
                }
            }
            """;

    private static String user(String type, String expression, String value) {
        return USER.replace("TYPE", type).replace("EXPRESSION", expression).replace("VALUE", value);
    }

    @Test
    void thoseOfALibraryAreUsed(@TempDir Path directory) {
        Library library = Library.processed(directory, LAYER, LINE);
        String value = "Line(2, new double[] {4})";
        assertThat(lanesOf(library.with(user("Line", "object.at(a) * object.offsets()[0]", value))))
                .isEqualTo(8);
        assertThat(lanesOf(library.with(user("Layer", "object.at(a)", value)))).isEqualTo(8);
    }

    /** Nothing in the library carried several directions through it. */
    @Test
    void aClassOfALibraryMayHaveNone(@TempDir Path directory) {
        Library library = Library.processed(directory, PLAIN);
        assertThat(lanesOf(library.with(user("Plain", "object.x() * object.y()", "Plain(2, 4)"))))
                .isEqualTo(1);
    }

    @Test
    void exceptionsAreThoseOfTheOriginal() {
        Compiled compiled = compiled(4, HEADER + """
                @Differentiable
                record Point(double x, double y) {
                    Point {
                        if (x < 0) {
                            throw new IllegalArgumentException("x is " + x);
                        }
                    }
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Point[] points, double a) {
                        Point last = new Point(points[0].x() - a, points[1].y());
                        return last.x() * points[1].y();
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.fFunction(new Point[] {new Point(2, 3), new Point(4, 5)}, 1);
                    }
                    static DifferentiableFunction nothing() {
                        return DemoGradient.fFunction(new Point[] {new Point(2, 3), null}, 1);
                    }
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(LaneViews.lanes(view)).isEqualTo(4);
        assertThatThrownBy(() -> view.gradient(new double[] {2, 3, 4, 5, 6}, new double[5]))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("x is -4.0");
        assertThatThrownBy(() -> view.gradient(new double[] {-2, 3, 4, 5, 6}, new double[5]))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("x is -2.0");
        DifferentiableFunction nothing = (DifferentiableFunction) compiled.call("demo.Demo", "nothing");
        assertThatThrownBy(() -> nothing.gradient(new double[] {2, 3, 1}, new double[3]))
                .isExactlyInstanceOf(NullPointerException.class);
        double[] gradient = new double[5];
        assertThat(view.gradient(view.start(), gradient)).isEqualTo(5);
        assertThat(gradient).containsExactly(5, 0, 0, 1, -5);
    }
}
