package io.github.pushforward.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects made again with other numbers: by which constructors, and what is left where there is none. */
class RebuildTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;

    private static double[] numbers(Object result) {
        return (double[]) result;
    }

    /** Bodies of a class {@code Thing} with a field {@code x}, and an expression that makes one with x = 3. */
    static List<String[]> rebuilt() {
        return List.of(
                new String[] {"double x;", "set(new Thing(), 3)"},
                new String[] {"double x; Thing(double x) { this.x = x; }", "new Thing(3)"},
                new String[] {"double x; Thing(double first) { x = first; }", "new Thing(3)"},
                new String[] {"final double x; Thing(double x) { super(); this.x = x; }", "new Thing(3)"},
                new String[] {
                    "private final double x; Thing(double x) { this.x = x; } final double get() { return x; }",
                    "new Thing(3)"
                },
                new String[] {
                    "final double x; Thing(double x) { if (!(x < 1e9) || Double.isNaN(x)) { throw new IllegalArgumentException"
                            + "(\"x \" + x); } this.x = x; }",
                    "new Thing(3)"
                },
                new String[] {
                    "double x; Thing(double a, double b) { x = a + b; } Thing(double x) { this.x = x; }",
                    "new Thing(1, 2)"
                },
                new String[] {"double x; int n; Thing(int n) { this.n = n; x = 7; }", "set(new Thing(4), 3)"},
                new String[] {
                    "double x; String name = \"a\"; java.util.List<String> tags = new java.util.ArrayList<>(); double[] w = new double[3];",
                    "set(new Thing(), 3)"
                },
                new String[] {
                    "final double x; @Constant final double[] table; final int n; final int twice; "
                            + "Thing(double x, double[] table, int k) { this.x = x; this.table = table; this.n = table.length; "
                            + "this.k = k; this.twice = 2 * k; } final int k;",
                    "new Thing(3, new double[2], 5)"
                },
                new String[] {"double x; final int version = 4;", "set(new Thing(), 3)"});
    }

    @ParameterizedTest
    @MethodSource
    void rebuilt(String body, String made) {
        String access = body.contains("get()") ? "t.get()" : "t.x";
        boolean isFinal = body.contains("final double x");
        Compiled compiled = Compiled.sources(
                HEADER + "@Differentiable\nfinal class Thing {\n" + body + "\n}\n",
                HEADER
                        + """
                final class Demo {
                    @Differentiable
                    static double square(Thing t) {
                        return ACCESS * ACCESS;
                    }
                    SET
                    static DifferentiableFunction view() {
                        return DemoGradient.squareFunction(MADE);
                    }
                    static double[] gradient() {
                        var g = DemoGradient.square(MADE);
                        return new double[] {g.value(), g.t().x};
                    }
                }
                """.replace(
                                        "SET",
                                        isFinal ? "" : "static Thing set(Thing t, double x) { t.x = x; return t; }")
                                .replace("ACCESS", access)
                                .replace("MADE", made));
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(9, 6);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()[0]).isEqualTo(3);
        double[] point = view.start();
        point[0] = 5;
        assertThat(view.value(point)).isEqualTo(25);
        double[] gradient = new double[point.length];
        view.gradient(point, gradient);
        assertThat(gradient[0]).isEqualTo(10);
    }

    @Test
    void constantsAreTakenOver() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                class Base {
                    @Constant double scale = 1;
                    double b;
                }
                """, HEADER + """
                @Differentiable
                class Thing extends Base {
                    final String name;
                    double x;
                    int[] counts;
                    Thing(String name) { this.name = name; }
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Thing t) {
                        return t.x * t.scale * t.counts[0] * t.b * t.name.length();
                    }
                    static DifferentiableFunction view() {
                        Thing t = new Thing("abc");
                        t.scale = 10;
                        t.b = 7;
                        t.x = 2;
                        t.counts = new int[] {5};
                        return DemoGradient.fFunction(t);
                    }
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(7, 2);
        assertThat(view.value(new double[] {1, 1})).isEqualTo(150);
        ObjectGradientTest.check(view, 3, 4);
    }

    @Test
    void constructorsOfSuperclasses() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                abstract class Base {
                    private final double b;
                    final int n;
                    Base(int n, double b) {
                        if (b < 0) {
                            throw new IllegalArgumentException();
                        }
                        this.b = b;
                        this.n = n;
                    }
                    final double b() { return b; }
                }
                """, HEADER + """
                class Thing extends Base {
                    final double x;
                    Thing(double x, double b, int k) {
                        super(k, b);
                        this.x = x;
                    }
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Base t) {
                        return t instanceof Thing thing ? thing.x * t.b() * t.b() * t.n : 0;
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.fFunction(new Thing(2, 3, 5));
                    }
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(3, 2);
        assertThat(view.value(new double[] {1, 7})).isEqualTo(35);
        ObjectGradientTest.check(view, 0.5, 2);
    }

    /** Copies hold the same numbers; but what shares an array with another would not do so any more. */
    @Test
    void constructorsThatCopyWhatTheyGet() {
        String record = HEADER
                + "@Differentiable\nrecord Row(double[] w) { Row { java.util.Objects.requireNonNull(w); w = w.clone(); } }";
        String type = HEADER + """
                @Differentiable
                final class Table {
                    final double[] w;
                    Table(double[] w) {
                        this.w = w.clone();
                    }
                }
                """;
        Compiled compiled = Compiled.sources(record, type, HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Row row, Table table) {
                        return row.w()[0] * table.w[1];
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.fFunction(new Row(new double[] {2}), new Table(new double[] {3, 4}));
                    }
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(2, 3, 4);
        ObjectGradientTest.check(view, 5, 6, 7);

        String writing = HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(Table table) {
                        table.w[0] *= 2;
                        return table.w[0];
                    }
                }
                """;
        Compilation compilation = compile(type, writing);
        CompilationSubject.assertThat(compilation).hadWarningContaining("the constructor of Table copies arrays");
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
    }

    /** What the advisory says of the class, and its body with an active {@code double x}. */
    static Stream<String[]> notRebuilt() {
        return Stream.of(
                new String[] {
                    "a constructor of Thing does more than to check its parameters and to put them into fields",
                    "double x; static int made; Thing(double x) { this.x = x; made++; }"
                },
                new String[] {"no field of Thing keeps the parameter a", "double x; Thing(double a) { x = 2 * a; }"},
                new String[] {
                    "one for the field w, which cannot be assigned",
                    "final double[] w = {1}; double x; Thing(double x) { this.x = x; }"
                },
                new String[] {
                    "one for the field n, which cannot be assigned",
                    "double x; final int n; Thing(double x) { this.x = x; n = (int) x; }"
                },
                new String[] {
                    "the field n of Thing cannot be read from outside",
                    "double x; private int n; Thing(double x) { this.x = x; }"
                },
                new String[] {
                    "the constructor of Thing is private",
                    "double x; private Thing() {} static Thing make() { return new Thing(); }"
                },
                new String[] {
                    "the constructor of Thing is private",
                    "double x; private Thing(double x) { this.x = x; } Thing(String s) { this(Double.parseDouble(s)); }"
                },
                new String[] {
                    "the constructor of Thing is deprecated", "double x; @Deprecated Thing(double x) { this.x = x; }"
                },
                new String[] {
                    "the constructor of Thing declares java.io.IOException",
                    "double x; Thing(double x) throws java.io.IOException { this.x = x; }"
                },
                new String[] {
                    "the constructor of Thing has type parameters", "double x; <T> Thing(double x) { this.x = x; }"
                },
                new String[] {
                    "the initializer of the field n of Thing may do more than to make a value",
                    "static int made() { return 3; } double x; int n = made(); Thing(double x) { this.x = x; }"
                });
    }

    @ParameterizedTest
    @MethodSource
    void notRebuilt(String what, String body) {
        String thing = HEADER + "@Differentiable\nfinal class Thing {\n" + body + "\n}\n";
        String demo = HEADER + """
                final class Demo {
                    @Differentiable LINT
                    static double square(double y, Thing t) {
                        return y * t.x * t.x;
                    }
                }
                """;
        Compilation compilation = compile(thing, demo.replace("LINT", ""));
        CompilationSubject.assertThat(compilation).succeeded();
        assertThat(compilation.warnings()).hasSize(1);
        Diagnostic<? extends JavaFileObject> warning = compilation.warnings().get(0);
        assertThat(warning.getMessage(Locale.ROOT))
                .startsWith("[NoGradient] t cannot be made again with other numbers, because ")
                .contains(what, ": squareFunction is not generated; ");
        assertThat(warning.getLineNumber()).isEqualTo(6);
        assertThat(warning.getColumnNumber())
                .isEqualTo(demo.lines().toList().get(5).indexOf("t) {") + 1L);

        Compiled.sources(thing, demo.replace("LINT", "@SuppressWarnings(\"pushforward\")"));
    }

    private static Compilation compile(String... sources) {
        return javac().withProcessors(new DifferentiableProcessor())
                .withOptions("-Xlint:all")
                .compile(Compiled.files(sources));
    }

    private static final String QUATERNION = HEADER + """
            @Differentiable
            record Unit(double x, double y) {
                Unit {
                    double n = Math.sqrt(x * x + y * y);
                    x /= n;
                    y /= n;
                }
            }
            """;

    /** The components of a normalized pair need not be normal to the last bit: made again from them, it may be another. */
    @Test
    void theOriginalStandsForItselfWhereItsConstructorComputes() {
        Compiled compiled = Compiled.sources(QUATERNION, HEADER + """
                @Differentiable
                final class Holder {
                    Unit unit;
                    double gain;
                    Holder(Unit unit, double gain) { this.unit = unit; this.gain = gain; }
                }
                """, HEADER + """
                @SuppressWarnings("pushforward")
                final class Demo {
                    @Differentiable
                    static double f(Unit u, double s) {
                        return s * (u.x() + 2 * u.y());
                    }
                    @Differentiable
                    static double written(Unit u, Holder h) {
                        h.gain += u.x();
                        return h.gain * h.unit.x();
                    }
                    static double[] gradient(double x, double y) {
                        var g = DemoGradient.f(new Unit(x, y), 3);
                        var a = DemoGradient.fAlong(new Unit(x, y), 3, new UnitTangent(1, 0), 0);
                        return new double[] {g.value(), f(new Unit(x, y), 3), g.u().x(), g.u().y(), g.s(), a.u().x(), a.value()};
                    }
                    static double[] numbersWritten(double x, double y) {
                        Holder h = new Holder(new Unit(x, y), 0.5);
                        var g = DemoGradient.written(new Unit(y, x), h);
                        double gain = h.gain;
                        Unit unit = h.unit;
                        return new double[] {
                            g.value(), written(new Unit(y, x), h), gain, g.u().x(), g.h().unit.x(), g.h().gain, unit.x(), new Unit(y, x).x()
                        };
                    }
                }
                """);
        boolean isSharp = false;
        for (int i = 1; i < 50; i++) {
            double[] g = numbers(compiled.call("demo.Demo", "gradient", 0.1 * i, 0.37));
            assertThat(g[0]).isEqualTo(g[1]).isEqualTo(g[6]);
            assertThat(g[2]).isEqualTo(3);
            assertThat(g[3]).isEqualTo(6);
            assertThat(g[4]).isCloseTo(g[0] / 3, within(1e-15));
            assertThat(g[5]).isEqualTo(3);
            double[] w = numbers(compiled.call("demo.Demo", "numbersWritten", 0.1 * i, 0.37));
            assertThat(w[0]).isEqualTo(w[1]);
            assertThat(w[2]).isEqualTo(0.5);
            assertThat(w[3]).isEqualTo(w[6]);
            assertThat(w[4]).isCloseTo(0.5 + w[7], within(1e-15));
            assertThat(w[5]).isEqualTo(w[6]);
            double n = Math.sqrt(w[6] * w[6] + (1 - w[6] * w[6]));
            isSharp |= w[6] / n != w[6] || !isNormal(0.1 * i, 0.37);
        }
        assertThat(isSharp).as("some pair changes when it is normalized again").isTrue();
        assertThat(Arrays.stream(compiled.load("demo.DemoGradient").getDeclaredMethods())
                        .map(java.lang.reflect.Method::getName))
                .doesNotContain("fFunction", "writtenFunction");
    }

    private static boolean isNormal(double a, double b) {
        double n = Math.sqrt(a * a + b * b);
        double x = a / n;
        double y = b / n;
        double again = Math.sqrt(x * x + y * y);
        return x / again == x && y / again == y;
    }

    private static final String LOG = HEADER + """
            @Differentiable
            final class Log {
                final double[] entries = new double[3];
                double weight;
            }
            """;

    @Test
    void noGradientWhereItIsWrittenTo() {
        String demo = HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(double y, Log t) {
                        t.entries[0] += y;
                        return t.entries[0] * t.weight;
                    }
                }
                """;
        Compilation compilation = compile(LOG, demo);
        CompilationSubject.assertThat(compilation).succeeded();
        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation)
                .hadWarningContaining(
                        "[NoGradient] the method writes to t, of which each pass would need a copy, but no "
                                + "constructor of Log that puts its parameters into fields has one for the field entries")
                .inFile(Compiled.files(demo).get(0))
                .onLine(6)
                .atColumn(demo.lines().toList().get(5).indexOf("Log t") + 5);
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
        assertThat(compilation.generatedSourceFile("demo.DemoTangent")).isPresent();
    }

    @Test
    void noGradientWhereAConstantObjectIsWrittenTo() {
        String thing = HEADER + "@Differentiable\nfinal class Thing { double x; int n; }";
        String demo = HEADER + """
                final class Demo {
                    @Differentiable
                    static double f(double y, @Constant Thing t) {
                        return y * ++t.n;
                    }
                }
                """;
        Compilation compilation = compile(thing, demo);
        CompilationSubject.assertThat(compilation).succeeded();
        CompilationSubject.assertThat(compilation)
                .hadWarningContaining("[NoGradient] the method writes to t, which is marked @Constant")
                .inFile(Compiled.files(demo).get(0))
                .onLine(6);
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
    }

    /** The log cannot be copied, but is only read, beside an array that is written to. */
    @Test
    void whatIsOnlyReadStaysBesideWhatIsWritten() {
        Compiled compiled = Compiled.sources(LOG, HEADER + """
                @SuppressWarnings("pushforward")
                final class Demo {
                    @Differentiable
                    static double f(double y, Log log, double[] out) {
                        out[0] += y * log.entries[1];
                        return out[0] * log.weight + log.entries[1];
                    }
                    static Log log() {
                        Log log = new Log();
                        log.entries[1] = 2;
                        log.weight = 5;
                        return log;
                    }
                    static double[] gradient() {
                        double[] out = {1};
                        var g = DemoGradient.f(3, log(), out);
                        return new double[] {g.value(), g.y(), g.log().entries[1], g.log().weight, g.out()[0], out[0]};
                    }
                    static Object shared() {
                        Log log = log();
                        return DemoGradient.f(3, log, log.entries);
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(37, 10, 16, 7, 5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "shared"))
                .withMessageContaining("share");
    }

    @Test
    void aConstantArrayInAnObjectIsALastingWrite() {
        String thing = HEADER + "@Differentiable\nfinal class Thing { double x; int[] n; }";
        for (String write : new String[] {
            "t.n[0]++;",
            "int[] n = t.n; n[0]++;",
            "add(t.n);",
            "int[] n = t.n; add(n);",
            "java.util.Arrays.fill(t.n, 1);"
        }) {
            String demo = HEADER + """
                    final class Demo {
                        static void add(int[] n) {
                            n[0]++;
                        }
                        @Differentiable
                        static double f(double y, Thing t) {
                            WRITE
                            return y * t.x * t.n[0];
                        }
                    }
                    """.replace("WRITE", write);
            Compilation compilation = compile(thing, demo);
            CompilationSubject.assertThat(compilation).succeeded();
            CompilationSubject.assertThat(compilation)
                    .hadWarningContaining("[NoGradient] the field n is written to")
                    .inFile(Compiled.files(demo).get(0))
                    .onLine(10);
            assertThat(compilation.generatedSourceFile("demo.DemoGradient"))
                    .as(write)
                    .isEmpty();
        }
    }
}
