package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.JacobianCheck;
import org.junit.jupiter.api.Test;

/** Jacobians of methods that give or take records: rows over the packed numbers of the value, columns over those of a parameter. */
class RecordJacobianTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;
    private static final String VEC2 = HEADER + """
            @Differentiable
            record Vec2(double x, double y) {
                Vec2 plus(Vec2 o) { return new Vec2(x + o.x, y + o.y); }
                Vec2 times(double s) { return new Vec2(s * x, s * y); }
            }
            """;

    private static Compiled vec2(String members) {
        return Compiled.sources(VEC2, HEADER + "final class Demo {\n" + members + "\n}\n");
    }

    private static void check(Object view, double... point) {
        JacobianCheck.Report report =
                JacobianCheck.of((DifferentiableMapping) view).at(point);
        assertThat(report.passed(1e-6)).as(report.toString()).isTrue();
    }

    @Test
    void recordsInAndOut() {
        Compiled compiled = vec2("""
                @Differentiable
                static Vec2 mid(Vec2[] ps, double w) {
                    Vec2 sum = new Vec2(0, 0);
                    for (Vec2 p : ps) {
                        sum = sum.plus(p.times(w));
                    }
                    return sum;
                }
                static final Vec2[] PS = {new Vec2(1, 2), new Vec2(3, 5)};
                static double[][] byPoints() {
                    return DemoGradient.mid(PS, 0.5).ps();
                }
                static double[] byWeight() {
                    return DemoGradient.mid(PS, 0.5).w();
                }
                static double[] value() {
                    Vec2 value = DemoGradient.mid(PS, 0.5).value();
                    return new double[] {value.x(), value.y()};
                }
                static DifferentiableMapping view() {
                    return DemoGradient.midFunction(PS, 0.5);
                }
                """);
        assertThat((double[][]) compiled.call("demo.Demo", "byPoints"))
                .isDeepEqualTo(new double[][] {{0.5, 0, 0.5, 0}, {0, 0.5, 0, 0.5}});
        assertThat((double[]) compiled.call("demo.Demo", "byWeight")).containsExactly(4, 7);
        assertThat((double[]) compiled.call("demo.Demo", "value")).containsExactly(2, 3.5);
        DifferentiableMapping view = (DifferentiableMapping) compiled.call("demo.Demo", "view");
        assertThat(view.inputDimension()).isEqualTo(5);
        assertThat(view.outputDimension()).isEqualTo(2);
        check(view, 1, -2, 3, 0.25, 7);
        double[] y = new double[2];
        view.value(new double[] {1, 1, 1, 1, 3}, y);
        assertThat(y).containsExactly(6, 6);
    }

    @Test
    void arraysOfRecordsWithRecordsInside() {
        Compiled compiled = Compiled.sources(VEC2, HEADER + """
                @Differentiable
                record Tagged(int tag, Vec2 at, double[] extra) {}
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static Tagged[] f(double a, double[] b) {
                        return new Tagged[] {
                            new Tagged(1, new Vec2(a * b[0], a), null), null, new Tagged(2, null, new double[] {b[1] * b[1], 7})
                        };
                    }
                    static double[][] byB() {
                        return DemoGradient.f(2, new double[] {3, 5}).b();
                    }
                    static DifferentiableMapping view() {
                        return DemoGradient.fFunction(2, new double[] {3, 5});
                    }
                }
                """);
        assertThat((double[][]) compiled.call("demo.Demo", "byB"))
                .isDeepEqualTo(new double[][] {{2, 0}, {0, 0}, {0, 10}, {0, 0}});
        check(compiled.call("demo.Demo", "view"), 1, 2, 3);
    }

    @Test
    void aWrittenArrayOfRecordsIsInputAndOutput() {
        Compiled compiled = vec2("""
                @Differentiable
                static Vec2 scan(Vec2[] ps, double s, double[] norms, @Constant int[] seen) {
                    for (int i = 0; i < ps.length; i++) {
                        seen[i]++;
                        norms[i] = ps[i].x() * ps[i].x() * seen[i];
                        ps[i] = i == 0 ? ps[i].times(s) : ps[i].plus(ps[i - 1]);
                    }
                    return ps[ps.length - 1];
                }
                static double[][] byPoints() {
                    Vec2 a = new Vec2(1, 2);
                    Vec2 b = new Vec2(3, 5);
                    Vec2[] ps = {a, b};
                    double[] norms = {-1, -1};
                    int[] seen = {0, 0};
                    var j = DemoGradient.scan(ps, 2, norms, seen);
                    if (ps[0] != a || ps[1] != b || norms[0] != -1 || norms[1] != -1 || seen[0] != 0) {
                        throw new AssertionError("the caller's arrays are written to");
                    }
                    if (j.psValue()[1].x() != 5 || j.normsValue()[0] != 1 || j.value().x() != 5) {
                        throw new AssertionError(j.toString());
                    }
                    return j.ps();
                }
                static DifferentiableMapping view() {
                    return DemoGradient.scanFunction(new Vec2[] {new Vec2(1, 2), new Vec2(3, 5)}, 2, new double[2], new int[2]);
                }
                """);
        assertThat((double[][]) compiled.call("demo.Demo", "byPoints")).isDeepEqualTo(new double[][] {
            {2, 0, 1, 0},
            {0, 2, 0, 1}, // the result
            {2, 0, 0, 0},
            {0, 2, 0, 0},
            {2, 0, 1, 0},
            {0, 2, 0, 1}, // ps
            {2, 0, 0, 0},
            {0, 0, 6, 0} // norms
        });
        check(compiled.call("demo.Demo", "view"), 1, 2, 3, 4, 0.5, 9, 9);
    }
}
