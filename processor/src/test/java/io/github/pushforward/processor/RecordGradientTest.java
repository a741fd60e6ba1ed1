package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.GradientCheck;
import org.junit.jupiter.api.Test;

/** Gradients with respect to records of numbers: components, packing, shapes, all against hand derivatives or differences. */
class RecordGradientTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;
    private static final String VEC3 = HEADER + """
            @Differentiable
            record Vec3(double x, double y, double z) {
                Vec3 {
                    if (Double.isNaN(x)) {
                        throw new IllegalArgumentException("x");
                    }
                }
                Vec3 plus(Vec3 o) { return new Vec3(x + o.x, y + o.y, z + o.z); }
                Vec3 times(double s) { return new Vec3(s * x, s * y, s * z); }
                double dot(Vec3 o) { return x * o.x + y * o.y() + this.z * o.z; }
                double norm() { return Math.sqrt(dot(this)); }
            }
            """;

    private static Compiled vec3(String members) {
        return Compiled.sources(VEC3, HEADER + "final class Demo {\n" + members + "\n}\n");
    }

    private static double[] numbers(Object result) {
        return (double[]) result;
    }

    private static void check(Object view, double... point) {
        DifferentiableFunction function = (DifferentiableFunction) view;
        GradientCheck.Report report = GradientCheck.of(function).at(point);
        assertThat(report.passed(1e-6)).as(report.toString()).isTrue();
    }

    private static final Compiled ENERGY = vec3("""
            @Differentiable
            static double energy(Vec3 p, int n, Vec3 v, @Constant Vec3 field, double m) {
                return 0.5 * m * v.dot(v) - n / p.norm() + field.dot(p);
            }
            static Vec3 vec(double[] x, int at) {
                return new Vec3(x[at], x[at + 1], x[at + 2]);
            }
            static double value(double[] x) {
                return energy(vec(x, 0), 3, vec(x, 3), new Vec3(1, 2, 3), x[6]);
            }
            static double[] flat(DemoGradient.EnergyGradient g) {
                return new double[] {g.value(), g.p().x(), g.p().y(), g.p().z(), g.v().x(), g.v().y(), g.v().z(), g.m()};
            }
            static double[] gradient(double[] x) {
                return flat(DemoGradient.energy(vec(x, 0), 3, vec(x, 3), new Vec3(1, 2, 3), x[6]));
            }
            static double[] along(double[] x, Vec3Tangent p, Vec3Tangent v, double m) {
                return flat(DemoGradient.energyAlong(vec(x, 0), 3, vec(x, 3), new Vec3(1, 2, 3), x[6], p, v, m));
            }
            static double[] along(double[] x, double[] d) {
                return along(x, new Vec3Tangent(d[0], d[1], d[2]), new Vec3Tangent(d[3], d[4], d[5]), d[6]);
            }
            static double[] forward(double[] x, int samples, long seed) {
                return flat(DemoGradient.energyForward(vec(x, 0), 3, vec(x, 3), new Vec3(1, 2, 3), x[6],
                        Directions.coordinate(), samples, new java.util.SplittableRandom(seed)));
            }
            static DifferentiableFunction view(double[] x) {
                return DemoGradient.energyFunction(vec(x, 0), 3, vec(x, 3), new Vec3(1, 2, 3), x[6]);
            }
            """);

    private static final double[][] POINTS = {
        {1, 2, 2, 0.5, -1, 0.25, 2}, {-0.3, 0.1, 4, 1e3, 7, 0, -0.5}, {2, 0, 0, 0, 0, 0, 1}
    };

    @Test
    void aComponentForEachRecord() {
        for (double[] x : POINTS) {
            double[] g = numbers(ENERGY.call("demo.Demo", "gradient", (Object) x));
            double r = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
            assertThat(g[0]).isEqualTo((double) ENERGY.call("demo.Demo", "value", (Object) x));
            for (int i = 0; i < 3; i++) {
                assertThat(g[1 + i]).isCloseTo(3 * x[i] / (r * r * r) + (i + 1), within(1e-12));
                assertThat(g[4 + i]).isCloseTo(x[6] * x[3 + i], within(1e-9));
            }
            double kinetic = 0.5 * (x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
            assertThat(g[7]).isCloseTo(kinetic, within(1e-12 * Math.max(1, kinetic)));
        }
    }

    @Test
    void theViewPacksInOrderAndMoves() {
        for (double[] x : POINTS) {
            DifferentiableFunction view = (DifferentiableFunction) ENERGY.call("demo.Demo", "view", (Object) POINTS[0]);
            assertThat(view.dimension()).isEqualTo(7);
            assertThat(view.start()).containsExactly(POINTS[0]);
            assertThat(view.value(x)).isEqualTo((double) ENERGY.call("demo.Demo", "value", (Object) x));
            assertThat(view.value(POINTS[0])).isEqualTo((double) ENERGY.call("demo.Demo", "value", (Object) POINTS[0]));
            double[] gradient = new double[7];
            double value = view.gradient(x, gradient);
            double[] expected = numbers(ENERGY.call("demo.Demo", "gradient", (Object) x));
            assertThat(value).isEqualTo(expected[0]);
            for (int i = 0; i < 7; i++) {
                assertThat(gradient[i]).isEqualTo(expected[1 + i]);
            }
        }
        check(ENERGY.call("demo.Demo", "view", (Object) POINTS[0]), POINTS[1]);
    }

    @Test
    void alongTangentsOfTheirTypes() {
        double[] x = POINTS[0];
        double[] v = {0.5, -1, 2, 0.25, 3, -0.125, 4};
        double[] gradient = numbers(ENERGY.call("demo.Demo", "gradient", (Object) x));
        double slope = 0;
        for (int i = 0; i < 7; i++) {
            slope += gradient[1 + i] * v[i];
        }
        double[] along = numbers(ENERGY.call("demo.Demo", "along", x, v));
        assertThat(along[0]).isEqualTo(gradient[0]);
        for (int i = 0; i < 7; i++) {
            assertThat(along[1 + i]).isCloseTo(slope * v[i], within(1e-10));
        }
    }

    /** Along √n times a unit vector, a forward gradient is n times one partial derivative. */
    @Test
    void aForwardGradientHasTheShapeOfTheGradient() {
        double[] x = POINTS[0];
        double[] gradient = numbers(ENERGY.call("demo.Demo", "gradient", (Object) x));
        for (long seed = 0; seed < 20; seed++) {
            double[] estimate = numbers(ENERGY.call("demo.Demo", "forward", x, 1, seed));
            assertThat(estimate[0]).isEqualTo(gradient[0]);
            int hits = 0;
            for (int i = 1; i < estimate.length; i++) {
                if (estimate[i] != 0) {
                    hits++;
                    assertThat(estimate[i]).isCloseTo(7 * gradient[i], within(1e-9));
                }
            }
            assertThat(hits).isEqualTo(1);
        }
    }

    @Test
    void aMissingTangentIsNamed() {
        Object tangent = construct(ENERGY.load("demo.Vec3Tangent"), 1.0, 2.0, 3.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENERGY.call("demo.Demo", "along", POINTS[0], tangent, null, 1.0))
                .withMessageStartingWith("vTangent is null, but its primal is not");
    }

    private static Object construct(Class<?> type, Object... arguments) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whatTheConstructorThrowsAtAnotherPointComesOutAndLeavesTheViewUsable() {
        DifferentiableFunction view = (DifferentiableFunction) ENERGY.call("demo.Demo", "view", (Object) POINTS[0]);
        double atStart = view.value(POINTS[0]);
        double[] bad = POINTS[1].clone();
        bad[3] = Double.NaN;
        assertThatThrownBy(() -> view.value(bad))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("x");
        assertThat(view.value(POINTS[0])).isEqualTo(atStart);
        assertThat(view.value(POINTS[1])).isEqualTo((double) ENERGY.call("demo.Demo", "value", (Object) POINTS[1]));
    }

    @Test
    void nestedRecordsOfEveryKindOfNumber() {
        Compiled compiled = Compiled.sources(VEC3, HEADER + """
                @Differentiable
                record Probe(String name, Vec3 at, float gain, @Constant double scale, Double offset, int count) {}
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double read(Probe p, double t) {
                        double offset = p.offset() == null ? 1 : p.offset() * t;
                        return p.gain() * p.at().dot(p.at()) * p.scale() + p.count() * offset * offset;
                    }
                    static Probe probe(Double offset) {
                        return new Probe("a", new Vec3(1, 2, -1), 0.5f, 3, offset, 2);
                    }
                    static double[] gradient(Double offset, double t) {
                        DemoGradient.ReadGradient g = DemoGradient.read(probe(offset), t);
                        ProbeTangent p = g.p();
                        return new double[] {
                            g.value(), p.at().x(), p.at().y(), p.at().z(), p.gain(), p.offset(), g.t()
                        };
                    }
                    static DifferentiableFunction view(Double offset, double t) {
                        return DemoGradient.readFunction(probe(offset), t);
                    }
                }
                """);
        double[] g = numbers(compiled.call("demo.Demo", "gradient", 2.0, 0.5));
        // 0.5 * 6 * 3 + 2 * 1
        assertThat(g).containsExactly(11, 3, 6, -3, 18, 2, 8);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view", 2.0, 0.5);
        assertThat(view.start()).containsExactly(1, 2, -1, 0.5, 2, 0.5);
        assertThat(view.value(new double[] {1, 0, 0, 2, 3, 1})).isEqualTo(2 * 3 + 2 * 9.0);

        assertThat(numbers(compiled.call("demo.Demo", "gradient", null, 0.5))).containsExactly(11, 3, 6, -3, 18, 0, 0);
        DifferentiableFunction without = (DifferentiableFunction) compiled.call("demo.Demo", "view", null, 0.5);
        assertThat(without.start()).containsExactly(1, 2, -1, 0.5, 0.5);
    }

    @Test
    void arraysOfRecordsWithNullsOfAnyRank() {
        Compiled compiled = vec3("""
                @Differentiable
                static double sum(Vec3[] line, Vec3[][] grid, Vec3[][][] cube, float w) {
                    double sum = 0;
                    for (Vec3 p : line) {
                        if (p != null) {
                            sum += p.x() * p.y();
                        }
                    }
                    for (Vec3[] row : grid) {
                        for (int i = 0; row != null && i < row.length; i++) {
                            sum += w * row[i].norm();
                        }
                    }
                    return sum + cube[0][1][0].z() * cube[0][1][0].z();
                }
                static final Vec3[] LINE = {new Vec3(1, 2, 3), null, new Vec3(4, 5, 6)};
                static final Vec3[][] GRID = {{new Vec3(3, 4, 0)}, null, {}, {new Vec3(0, 0, 2), new Vec3(1, 0, 0)}};
                static final Vec3[][][] CUBE = {{null, {new Vec3(7, 8, 9)}}};
                static double[] gradient() {
                    var g = DemoGradient.sum(LINE, GRID, CUBE, 2);
                    return new double[] {
                        g.value(), g.line()[0].x(), g.line()[0].y(), g.line()[1] == null ? 1 : 0, g.line()[2].x(),
                        g.grid()[0][0].x(), g.grid()[0][0].y(), g.grid()[1] == null ? 1 : 0, g.grid()[2].length,
                        g.grid()[3][0].z(), g.cube()[0][0] == null ? 1 : 0, g.cube()[0][1][0].z(), g.w()
                    };
                }
                static DifferentiableFunction view() {
                    return DemoGradient.sumFunction(LINE, GRID, CUBE, 2);
                }
                static Object along(Vec3Tangent[] line) {
                    return DemoGradient.sumAlong(LINE, GRID, CUBE, 2, line, Vec3Tangent.zeros(GRID), new Vec3Tangent[][][] {
                        {null, {new Vec3Tangent(0, 0, 1)}}
                    }, 0);
                }
                static double[] along() {
                    var g = (DemoGradient.SumGradient) along(Vec3Tangent.zeros(LINE));
                    return new double[] {g.value(), g.cube()[0][1][0].z(), g.line()[0].x()};
                }
                static Object tooShort() {
                    return along(new Vec3Tangent[] {new Vec3Tangent(1, 1, 1)});
                }
                static Object oneMissing() {
                    return along(new Vec3Tangent[] {new Vec3Tangent(1, 1, 1), null, null});
                }
                static Object oneTooMany() {
                    Vec3Tangent t = new Vec3Tangent(1, 1, 1);
                    return along(new Vec3Tangent[] {t, t, t});
                }
                """);
        double value = 2 + 20 + 2 * (5 + 2 + 1) + 81;
        assertThat(numbers(compiled.call("demo.Demo", "gradient")))
                .containsExactly(value, 2, 1, 1, 5, 2 * 0.6, 2 * 0.8, 1, 0, 2, 1, 18, 8);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(1, 2, 3, 4, 5, 6, 3, 4, 0, 0, 0, 2, 1, 0, 0, 7, 8, 9, 2);
        check(view, 1, 2, 3, -4, 5, 6, 3, 4, 1, 1, 0, 2, 1, 0, 2, 7, 8, 0.5, 0.5);

        assertThat(numbers(compiled.call("demo.Demo", "along"))).containsExactly(value, 18, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "tooShort"))
                .withMessageStartingWith("lineTangent is of length 1, but its primal is of length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "oneMissing"))
                .withMessageStartingWith("lineTangent[2] is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "oneTooMany"))
                .withMessageStartingWith("lineTangent[1] is given, but its primal is null");
    }

    /** The caller may change its array of records once it has a view; the view stays what it was. */
    @Test
    void theViewIsIndependentOfTheCallersArray() {
        Compiled compiled = vec3("""
                @Differentiable
                static double sum(Vec3[] line) {
                    double sum = 0;
                    for (Vec3 p : line) {
                        sum += p.dot(p);
                    }
                    return sum;
                }
                static double[] later() {
                    Vec3[] line = {new Vec3(1, 2, 3), new Vec3(4, 5, 6)};
                    DifferentiableFunction view = DemoGradient.sumFunction(line);
                    line[1] = null;
                    line[0] = new Vec3(100, 0, 0);
                    return new double[] {view.value(view.start()), view.along(view.start(), view.start()).tangent()};
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "later"))).containsExactly(91, 182);
    }

    /** Records are values: one that occurs twice is two inputs. */
    @Test
    void aRecordThatOccursTwiceIsTwoInputs() {
        Compiled compiled = vec3("""
                @Differentiable
                static double product(Vec3 a, Vec3 b, Vec3[] more) {
                    return a.x() * b.x() * b.x() * more[0].x() + more[1].y();
                }
                static double[] gradient() {
                    Vec3 v = new Vec3(2, 1, 1);
                    var g = DemoGradient.product(v, v, new Vec3[] {v, v});
                    return new double[] {g.a().x(), g.b().x(), g.more()[0].x(), g.more()[1].x(), g.more()[1].y()};
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(8, 16, 8, 0, 1);
    }

    @Test
    void floatMethodsAndEmptyRecords() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                record Pair(float a, float b) {}
                """, HEADER + """
                @Differentiable
                record Nothing(int n) {}
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static float f(Pair p, Nothing none) {
                        return p.a() * p.b() * none.n();
                    }
                    static double[] gradient() {
                        var g = DemoGradient.f(new Pair(2, 3), new Nothing(4));
                        return new double[] {g.value(), g.p().a(), g.p().b()};
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(24, 12, 8);
    }

    @Test
    void publicRecordsOfAnotherPackage() {
        Compiled compiled = Compiled.sources("""
                package geometry;
                import io.github.pushforward.Differentiable;
                @Differentiable
                public record Point(double x, double y) {
                    @Differentiable
                    public double distance(Point other) {
                        return Math.hypot(x - other.x, y - other.y);
                    }
                }
                """, """
                package geometry;
                import io.github.pushforward.Differentiable;
                @Differentiable
                public record Segment(Point from, Point to) {}
                """, HEADER + """
                import geometry.*;
                final class Demo {
                    @Differentiable
                    static double length(Segment s, Point[] others) {
                        return s.from().distance(s.to()) + others[0].distance(others[1]);
                    }
                    static double[] gradient() {
                        var g = DemoGradient.length(new Segment(new Point(0, 0), new Point(3, 4)),
                                new Point[] {new Point(1, 1), new Point(1, 3)});
                        return new double[] {g.value(), g.s().to().x(), g.s().to().y(), g.others()[1].y()};
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.lengthFunction(new Segment(new Point(0, 0), new Point(3, 4)),
                                new Point[] {new Point(1, 1), new Point(1, 3)});
                    }
                    static double[] ofRecordItself() {
                        PointGradient.DistanceGradient g = PointGradient.distance(new Point(0, 0), new Point(3, 4));
                        return new double[] {g.value(), g.self().x(), g.other().y()};
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(7, 0.6, 0.8, 1);
        assertThat(numbers(compiled.call("demo.Demo", "ofRecordItself"))).containsExactly(5, -0.6, 0.8);
        check(compiled.call("demo.Demo", "view"), 0.1, 0.2, 3, 4, 1, 1.5, 1, 3);
    }

    private static double bytesOf(Runnable task) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                task.run();
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes / 20_000.0;
    }

    @Test
    void aPassAllocatesTangentsAlone() {
        Compiled compiled = vec3("""
                @Differentiable
                static double volume(Vec3 a, Vec3 b, double c) {
                    return (a.x() * b.y() - a.y() * b.x()) * c * a.z() * b.z();
                }
                static DifferentiableFunction view() {
                    return DemoGradient.volumeFunction(new Vec3(1, 2, 3), new Vec3(4, 5, 6), 7);
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        double[] gradient = new double[7];
        double tangents = 7 * 2 * 40; // of three numbers each
        double results = 7 * 32;
        assertThat(bytesOf(() -> view.gradient(POINTS[1], gradient))).isLessThan(tangents + results + 1);
    }

    @Test
    void aDualOfTheView() {
        DifferentiableFunction view = (DifferentiableFunction) ENERGY.call("demo.Demo", "view", (Object) POINTS[0]);
        Dual dual = view.along(POINTS[2], new double[] {1, 0, 0, 0, 0, 0, 0});
        assertThat(dual.tangent()).isCloseTo(3 / 4.0 + 1, within(1e-15));
    }
}
