package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Sparsities;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.DualUnaryOperator;
import io.github.pushforward.runtime.SparsityPattern;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns through methods of libraries: those of the JDK that move numbers, compiled ones, and those that are not followed. */
class SparsityLibraryTest {
    private static final double[] POINT = {3, 1, 2, 5, 4};
    private static final double[] POINT_OF_TWO = {1, 2};

    private static DifferentiableMapping view(Compiled compiled, Object... arguments) {
        return (DifferentiableMapping) compiled.call("demo.DemoGradient", "fFunction", arguments);
    }

    private static DifferentiableMapping assertExact(String body) {
        DifferentiableMapping view =
                view(Compiled.members("@Differentiable\nstatic double[] f(double[] x) {\n" + body + "\n}\n"), (Object)
                        POINT.clone());
        Sparsities.assertExact(view, POINT);
        return view;
    }

    @Test
    void copies() {
        assertExact("""
                double[] y = x.clone();
                y[0] = 1;
                double[] z = java.util.Arrays.copyOf(y, 7);
                z[6] = y[1] * x[2];
                double[] part = java.util.Arrays.copyOfRange(z, 1, 7);
                System.arraycopy(x, 1, part, 2, 2);
                return java.util.Objects.requireNonNull(part);
                """);
    }

    @Test
    void overlappingCopy() {
        assertExact("System.arraycopy(x, 0, x, 1, x.length - 1); return x;");
    }

    @Test
    void fills() {
        assertExact("""
                double[] y = new double[5];
                java.util.Arrays.fill(y, x[0] * x[3]);
                java.util.Arrays.fill(y, 1, 3, 2);
                java.util.Arrays.fill(y, 4, 5, x[1]);
                return y;
                """);
        assertExact("""
                double[][] rows = new double[3][];
                java.util.Arrays.fill(rows, x);
                rows[1][0] = rows[2][1];
                double[][] copy = rows.clone();
                return copy[0];
                """);
    }

    @Test
    void sort() {
        assertExact("java.util.Arrays.sort(x); return x;");
        assertExact("double[] y = x.clone(); java.util.Arrays.sort(y, 1, 4); y[0] *= x[4]; return y;");
    }

    @Test
    void sortMixesWhatIsEqual() {
        DifferentiableMapping view =
                view(Compiled.members("""
                @Differentiable
                static float[] f(float[] x) {
                    java.util.Arrays.sort(x);
                    return x;
                }
                """), (Object) new float[] {2, 0.0f, Float.NaN, -0.0f, 2, 1});
        int[][] rows = {{1, 3}, {1, 3}, {5}, {0, 4}, {0, 4}, {2}};
        assertThat(view.sparsity().rows()).isEqualTo(12);
        for (int i = 0; i < rows.length; i++) {
            assertThat(view.sparsity().columnsOf(i)).isEqualTo(rows[i]);
            assertThat(view.sparsity().columnsOf(6 + i)).isEqualTo(rows[i]);
        }
    }

    @Test
    void streams() {
        assertExact("return java.util.Arrays.stream(x).map(v -> v * x[0]).toArray();");
    }

    @Test
    void mathFunctions() {
        assertExact("""
                return new double[] {
                    Math.pow(x[0], x[1]), Math.hypot(x[1], x[2]), Math.atan2(2, x[3]), Math.fma(x[0], 2, x[4]), Math.rint(x[2])
                };
                """);
    }

    @Test
    void compiledMethods(@TempDir Path directory) {
        Library library = Library.processed(directory, """
                package lib;
                import io.github.pushforward.Differentiable;
                public final class Lib {
                    @Differentiable
                    public static double[] twice(double[] a) {
                        double[] b = new double[a.length];
                        for (int i = 0; i < a.length; i++) {
                            b[i] = g(a[i]);
                        }
                        return b;
                    }
                    @Differentiable
                    public static double g(double a) {
                        return 2 * a;
                    }
                    @Differentiable
                    public static double h(double a) {
                        return 3 * a;
                    }
                }
                """);
        String f = """
                @Differentiable
                static double[] f(double[] x) {
                    double[] y = lib.Lib.twice(x);
                    y[0] = %s(x[1]);
                    return y;
                }
                """;
        DifferentiableMapping known =
                view(library.with(Compiled.demo(f.formatted("lib.Lib.g"))), (Object) POINT.clone());
        Sparsities.assertExact(known, POINT);
        // No mapping of the library calls h, so that it has no form there. What twice may write to is not known either.
        DifferentiableMapping unknown =
                view(library.with(Compiled.demo(f.formatted("lib.Lib.h"))), (Object) POINT.clone());
        assertThat(unknown.sparsity()).isEqualTo(SparsityPattern.dense(10, 5));
    }

    /** As inputs and inside, as parameters, in rules: the pattern is that of every entry. */
    @Test
    void objectsFunctionsAndRulesAreNotFollowed() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                @Differentiable
                record Pair(double a, double b) {}
                """, """
                package demo;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                final class Rules {
                    @TangentOf(type = Math.class, method = "exp")
                    static Dual exp(double x, double xTangent) {
                        return new Dual(Math.exp(x), Math.exp(x) * xTangent);
                    }
                }
                """, Compiled.demo("""
                @Differentiable
                static Pair objects(Pair p) {
                    return new Pair(p.b(), p.a());
                }
                @Differentiable
                static double[] objectsInside(double[] x) {
                    Pair p = new Pair(x[0], x[1]);
                    return new double[] {p.b(), p.a()};
                }
                @Differentiable
                static double[] functions(double[] x, java.util.function.DoubleUnaryOperator o) {
                    return new double[] {o.applyAsDouble(x[0]), x[1]};
                }
                @Differentiable(rules = Rules.class)
                static double[] rules(double[] x) {
                    return new double[] {Math.exp(x[0]), x[1]};
                }
                """));
        assertDense(compiled, "objects", pair(compiled));
        assertDense(compiled, "objectsInside", POINT_OF_TWO.clone());
        assertDense(compiled, "functions", POINT_OF_TWO.clone(), DualUnaryOperator.identity());
        assertDense(compiled, "rules", (Object) POINT_OF_TWO.clone());
        assertThat(compiled.has("demo.DemoSparsity")).isFalse();
    }

    private static void assertDense(Compiled compiled, String name, Object... arguments) {
        DifferentiableMapping view =
                (DifferentiableMapping) compiled.call("demo.DemoGradient", name + "Function", arguments);
        assertThat(view.sparsity()).as(name).isEqualTo(SparsityPattern.dense(2, 2));
    }

    private static Object pair(Compiled compiled) {
        try {
            var constructor = compiled.load("demo.Pair").getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(1.0, 2.0);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalArgumentException(absent);
        }
    }
}
