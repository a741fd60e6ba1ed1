package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.GradientCheck;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@code *Gradient} classes compute: exact gradients, forward gradients, flat views. */
class GradientTest {
    private static final String LOSS = """
            @Differentiable
            static double loss(double[] w, double bias, @Constant double[][] data, int n, double[][] m) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double z = bias;
                    for (int j = 0; j < w.length; j++) {
                        z += w[j] * data[i][j] * Math.sin(m[j][i]);
                    }
                    sum += Math.log1p(Math.exp(-z));
                }
                return sum / n + m[1][1] * m[1][1];
            }
            """;

    private static Object[] point() {
        return new Object[] {
            new double[] {0.5, -1.25},
            0.75,
            new double[][] {{1, 2}, {-0.5, 3}, {0.25, -1}},
            3,
            new double[][] {{0.1, 0.2, 0.3}, {-1, 0.5, 2}}
        };
    }

    private static Object part(Object record, String name) {
        try {
            Method accessor = record.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    private static Object[] with(Object[] arguments, Object... more) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private static DifferentiableFunction view(Compiled compiled, String method, Object... arguments) {
        return (DifferentiableFunction) compiled.call("demo.DemoGradient", method, arguments);
    }

    private static double[] flat(Object gradient) {
        double[] w = (double[]) part(gradient, "w");
        double[][] m = (double[][]) part(gradient, "m");
        double[] flat = new double[9];
        System.arraycopy(w, 0, flat, 0, 2);
        flat[2] = (double) part(gradient, "bias");
        System.arraycopy(m[0], 0, flat, 3, 3);
        System.arraycopy(m[1], 0, flat, 6, 3);
        return flat;
    }

    @Test
    void theFlatViewAgreesWithCentralDifferences() {
        Compiled compiled = Compiled.members(LOSS);
        DifferentiableFunction function = view(compiled, "lossFunction", point());

        GradientCheck.Report report = GradientCheck.of(function).at(function.start());

        assertThat(report.components()).isEqualTo(9);
        assertThat(report.passed(1e-7)).as(report.toString()).isTrue();
    }

    @Test
    void theExactGradientIsThatOfTheView() {
        Compiled compiled = Compiled.members(LOSS);
        DifferentiableFunction function = view(compiled, "lossFunction", point());
        double[] expected = new double[9];
        double value = function.gradient(function.start(), expected);

        Object gradient = compiled.call("demo.DemoGradient", "loss", point());

        assertThat(flat(gradient)).isEqualTo(expected);
        assertThat(part(gradient, "value")).isEqualTo(value).isEqualTo(compiled.call("demo.Demo", "loss", point()));
    }

    @Test
    void theRecordHasAComponentForEachActiveParameter() {
        Compiled compiled = Compiled.members(LOSS);
        Class<?> record = compiled.load("demo.DemoGradient$LossGradient");

        assertThat(record.isRecord()).isTrue();
        assertThat(Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly("value", "w", "bias", "m");
        assertThat(Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType))
                .isEqualTo(List.<Class<?>>of(double.class, double[].class, double.class, double[][].class));
    }

    @Test
    void jaggedAndEmptyShapesAreKept() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[][] m, double[] none, double[][][] cube) {
                    double sum = cube[1][0][1] * cube[0][0][0];
                    for (int i = 0; i < m.length; i++) {
                        for (int j = 0; j < m[i].length; j++) {
                            sum += m[i][j] * m[i][j];
                        }
                    }
                    return sum;
                }
                """);
        Object gradient = compiled.call(
                "demo.DemoGradient", "f", new double[][] {{1}, {}, {2, 3, 4}}, new double[0], new double[][][] {
                    {{5}}, {{6, 7}}
                });

        assertThat((double[][]) part(gradient, "m")).isDeepEqualTo(new double[][] {{2}, {}, {4, 6, 8}});
        assertThat((double[]) part(gradient, "none")).isEmpty();
        assertThat((double[][][]) part(gradient, "cube")).isDeepEqualTo(new double[][][] {{{7}}, {{0, 5}}});
    }

    @Test
    void aParameterNamedValue() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double value, double other) {
                    return value * value * other;
                }
                @Differentiable
                static double g(@Constant double value, double[] other) {
                    return value * value * other[0];
                }
                """);
        Object gradient = compiled.call("demo.DemoGradient", "f", 3.0, 2.0);

        assertThat(part(gradient, "value")).isEqualTo(18.0);
        assertThat(part(gradient, "valueGradient")).isEqualTo(12.0);
        assertThat(part(gradient, "other")).isEqualTo(9.0);
        assertThat((double[]) part(compiled.call("demo.DemoGradient", "g", 3.0, new double[] {2}), "other"))
                .containsExactly(9);
    }

    @Test
    void aParameterNamedValueGradientBesideOneNamedValue() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double value, double valueGradient) {
                    return value * valueGradient;
                }
                """);

        Object gradient = compiled.call("demo.DemoGradient", "f", 3.0, 2.0);

        assertThat(Arrays.stream(gradient.getClass().getRecordComponents())
                        .map(component -> part(gradient, component.getName())))
                .containsExactly(6.0, 2.0, 3.0);
    }

    /** Every name that the generated methods and classes use themselves. */
    @Test
    void parametersWithTheNamesOfGeneratedThings() {
        for (String[] names : new String[][] {
            {"function", "gradient", "random", "directions"},
            {"samples", "estimator", "dual", "i"},
            {"flat", "at", "point", "direction"},
            {"x", "xTangent", "xTangent_", "xOriginal"},
            {"start", "unit", "dimension", "value"},
            {"sin", "exp", "toString_", "hash"},
        }) {
            Compiled compiled = Compiled.members("""
                    @Differentiable
                    static double f(double A, double[] B, @Constant double[] C, double[][] D) {
                        C[0] += 1;
                        return A * B[0] * C[0] * D[0][0];
                    }
                    """.replaceAll("\\bA\\b", names[0])
                    .replaceAll("\\bB\\b", names[1])
                    .replaceAll("\\bC\\b", names[2])
                    .replaceAll("\\bD\\b", names[3]));
            Object[] arguments = {2.0, new double[] {3}, new double[] {4}, new double[][] {{6}}};

            Object gradient = compiled.call("demo.DemoGradient", "f", arguments);

            assertThat(part(gradient, "value")).isEqualTo(180.0);
            assertThat(part(gradient, names[0])).isEqualTo(90.0);
            assertThat((double[]) part(gradient, names[1])).containsExactly(60);
            assertThat(view(compiled, "fFunction", arguments).along(new double[] {2, 3, 6}, new double[] {1, 0, 0}))
                    .isEqualTo(new Dual(180, 90));
        }
    }

    @Test
    void recordsOfOverloadsAreNumberedInSourceOrder() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x) {
                    return x;
                }
                @Differentiable
                static double f(double x, double y) {
                    return x * y;
                }
                @Differentiable
                static double f(double[] x) {
                    return x[0];
                }
                """);

        assertThat(names(compiled.load("demo.DemoGradient$FGradient"))).containsExactly("value", "x");
        assertThat(names(compiled.load("demo.DemoGradient$FGradient2"))).containsExactly("value", "x", "y");
        assertThat(compiled.load("demo.DemoGradient$FGradient3")
                        .getRecordComponents()[1]
                        .getType())
                .isEqualTo(double[].class);
        assertThat(part(compiled.call("demo.DemoGradient", "f", 2.0, 5.0), "x")).isEqualTo(5.0);
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void theRecordOfAMethodNamedLikeItsClass() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Sphere {
                    @Differentiable
                    static double sphere(double x) {
                        return x * x;
                    }
                }
                """);

        assertThat(names(compiled.load("demo.SphereGradient$SphereGradient2"))).containsExactly("value", "x");
        assertThat(part(compiled.call("demo.SphereGradient", "sphere", 3.0), "x"))
                .isEqualTo(6.0);
    }

    /** Names of generated records and methods that other methods of the class give rise to as well. */
    @Test
    void methodsWhoseGeneratedNamesMeet() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x) {
                    return x;
                }
                @Differentiable
                static double F(double x) {
                    return 2 * x;
                }
                @Differentiable
                static double fGradient(double x) {
                    return 3 * x;
                }
                @Differentiable
                static double fFunction(double[] x) {
                    return 4 * x[0];
                }
                """);

        assertThat(part(compiled.call("demo.DemoGradient", "f", 1.0), "x")).isEqualTo(1.0);
        assertThat(part(compiled.call("demo.DemoGradient", "F", 1.0), "x")).isEqualTo(2.0);
        assertThat(part(compiled.call("demo.DemoGradient", "fGradient", 1.0), "x"))
                .isEqualTo(3.0);
    }

    @Test
    void alongIsTheForwardGradientOfTheGivenDirection() {
        Compiled compiled = Compiled.members(LOSS);
        double[] exact = flat(compiled.call("demo.DemoGradient", "loss", point()));
        double[] w = {1, -2};
        double bias = 0.5;
        double[][] m = {{3, 0, -1}, {0.25, 2, 0}};
        double[] v = {1, -2, 0.5, 3, 0, -1, 0.25, 2, 0};
        double product = 0;
        for (int i = 0; i < v.length; i++) {
            product += exact[i] * v[i];
        }

        Object along = compiled.call("demo.DemoGradient", "lossAlong", with(point(), w, bias, m));

        double[] parts = flat(along);
        for (int i = 0; i < v.length; i++) {
            assertThat(parts[i]).isCloseTo(product * v[i], within(1e-12));
        }
        assertThat(part(along, "value")).isEqualTo(compiled.call("demo.Demo", "loss", point()));
        assertThat(w).containsExactly(1, -2);
        assertThat(m).isDeepEqualTo(new double[][] {{3, 0, -1}, {0.25, 2, 0}});
    }

    @Test
    void alongChecksTheShapesOfTheTangents() {
        Compiled compiled = Compiled.members(LOSS);
        double[] w = {1, 2};
        double[][] m = {{1, 2, 3}, {4, 5, 6}};
        for (Object[] tangents : List.<Object[]>of(
                new Object[] {new double[3], 1.0, m},
                new Object[] {new double[1], 1.0, m},
                new Object[] {null, 1.0, m},
                new Object[] {w, 1.0, new double[][] {{1, 2, 3}}},
                new Object[] {w, 1.0, new double[][] {{1, 2, 3, 4}, {5, 6}}},
                new Object[] {w, 1.0, new double[][] {{1, 2, 3}, null}})) {
            assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "lossAlong", with(point(), tangents)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(?s).*(wTangent|mTangent).*");
        }
    }

    /** One pass along a Gaussian direction: unbiased, so that the mean comes within four standard errors. */
    @Test
    void forwardIsUnbiased() {
        Compiled compiled = Compiled.members(LOSS);
        double[] exact = flat(compiled.call("demo.DemoGradient", "loss", point()));
        SplittableRandom random = new SplittableRandom(7);
        int samples = 4000;
        double[] sum = new double[9];
        double[] squares = new double[9];
        for (int sample = 0; sample < samples; sample++) {
            double[] one = flat(compiled.call("demo.DemoGradient", "lossForward", with(point(), random)));
            for (int i = 0; i < 9; i++) {
                sum[i] += one[i];
                squares[i] += one[i] * one[i];
            }
        }

        for (int i = 0; i < 9; i++) {
            double mean = sum[i] / samples;
            double error = Math.sqrt((squares[i] / samples - mean * mean) / samples);
            assertThat(mean).as("component %d", i).isCloseTo(exact[i], within(4 * error));
        }
    }

    @Test
    void theMeanOfManyDirectionsComesNearTheGradientUnderEveryLaw() {
        Compiled compiled = Compiled.members(LOSS);
        double[] exact = flat(compiled.call("demo.DemoGradient", "loss", point()));
        double norm = Math.sqrt(Arrays.stream(exact).map(part -> part * part).sum());
        int samples = 20_000;
        for (Directions law :
                List.of(Directions.gaussian(), Directions.rademacher(), Directions.sphere(), Directions.coordinate())) {
            Object mean = compiled.call(
                    "demo.DemoGradient", "lossForward", with(point(), law, samples, new SplittableRandom(3)));

            double[] parts = flat(mean);
            double distance = 0;
            for (int i = 0; i < 9; i++) {
                distance += (parts[i] - exact[i]) * (parts[i] - exact[i]);
            }
            double expected = norm * Math.sqrt(law.relativeVariance(9) / samples);
            assertThat(Math.sqrt(distance)).isLessThan(3 * expected);
            assertThat(part(mean, "value")).isEqualTo(compiled.call("demo.Demo", "loss", point()));
        }
    }

    @Test
    void forwardRepeatsWithItsSeed() {
        Compiled compiled = Compiled.members(LOSS);
        Object[] seeded = with(point(), new SplittableRandom(5));
        double[] first = flat(compiled.call("demo.DemoGradient", "lossForward", seeded));

        assertThat(flat(compiled.call("demo.DemoGradient", "lossForward", with(point(), new SplittableRandom(5)))))
                .isEqualTo(first);
        assertThat(flat(compiled.call(
                        "demo.DemoGradient",
                        "lossForward",
                        with(point(), Directions.gaussian(), 1, new SplittableRandom(5)))))
                .isEqualTo(first);
        assertThat(flat(compiled.call("demo.DemoGradient", "lossForward", seeded)))
                .isNotEqualTo(first);
    }

    @Test
    void fewerThanOneSampleIsAnError() {
        Compiled compiled = Compiled.members(LOSS);
        for (int samples : new int[] {0, -1}) {
            assertThatThrownBy(() -> compiled.call(
                            "demo.DemoGradient",
                            "lossForward",
                            with(point(), Directions.gaussian(), samples, new SplittableRandom(5))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("samples");
        }
    }

    private static final String WRITES = """
            @Differentiable
            static double f(double[] x, @Constant double[] work, @Constant int[] count, @Constant double[][] rows, double s) {
                x[0] *= s;
                x[1] += x[0];
                work[0] += 1;
                count[0]++;
                rows[0][0] += count[0];
                return x[0] * x[1] * work[0] * rows[0][0] * s;
            }
            """;

    private static Object[] writable() {
        return new Object[] {new double[] {2, 3}, new double[] {4}, new int[] {5}, new double[][] {{6}}, 1.5};
    }

    /** Every pass starts from what the caller gave, and the caller's arrays stay what they were. */
    @Test
    void theCallersArraysAreLeftAlone() {
        Compiled compiled = Compiled.members(WRITES);
        Object[] arguments = writable();
        for (Object[] call : List.<Object[]>of(
                new Object[] {"f"},
                new Object[] {"fForward", new SplittableRandom(1)},
                new Object[] {"fForward", Directions.sphere(), 5, new SplittableRandom(1)},
                new Object[] {"fAlong", new double[] {1, 1}, 1.0})) {
            compiled.call(
                    "demo.DemoGradient", (String) call[0], with(arguments, Arrays.copyOfRange(call, 1, call.length)));
            assertThat(arguments).isEqualTo(writable());
        }
        DifferentiableFunction function = view(compiled, "fFunction", arguments);
        function.value(function.start());
        function.gradient(function.start(), new double[3]);
        function.along(function.start(), new double[3]);
        assertThat(arguments).isEqualTo(writable());
    }

    @Test
    void passesDoNotSeeEachOther() {
        Compiled compiled = Compiled.members(WRITES);
        DifferentiableFunction function = view(compiled, "fFunction", writable());
        double expected = (double) compiled.call("demo.Demo", "f", writable());

        GradientCheck.Report report = GradientCheck.of(function).at(function.start());

        assertThat(report.passed(1e-7)).as(report.toString()).isTrue();
        assertThat(function.value(function.start())).isEqualTo(expected);
        Object first = compiled.call("demo.DemoGradient", "f", writable());
        Object second = compiled.call("demo.DemoGradient", "f", writable());
        assertThat(part(first, "value")).isEqualTo(expected);
        assertThat((double[]) part(first, "x")).isEqualTo((double[]) part(second, "x"));
        assertThat(part(first, "s")).isEqualTo(part(second, "s"));
    }

    @Test
    void repeatedCallsOfTheViewAgree() {
        Compiled compiled = Compiled.members(WRITES);
        DifferentiableFunction function = view(compiled, "fFunction", writable());
        double[] x = {0.5, -1, 2};
        double[] first = new double[3];
        double value = function.gradient(x, first);
        double[] v = {1, 2, 3};
        Dual along = function.along(x, v);
        for (int i = 0; i < 3; i++) {
            double[] again = new double[3];
            assertThat(function.gradient(x, again)).isEqualTo(value);
            assertThat(again).isEqualTo(first);
            assertThat(function.along(x, v)).isEqualTo(along);
            assertThat(function.value(x)).isEqualTo(value);
        }
        assertThat(x).containsExactly(0.5, -1, 2);
        assertThat(v).containsExactly(1, 2, 3);
        assertThat(function.start()).containsExactly(2, 3, 1.5);
    }

    @Test
    void arraysWrittenByAHelperAndByAnotherName() {
        Compiled compiled = Compiled.members("""
                static void put(double[][] into, double v) {
                    double[] row = into[0];
                    row[0] = v;
                }
                @Differentiable
                static double f(double[][] x, @Constant double[][] c) {
                    double before = x[0][0] * c[0][0];
                    put(x, 2 * x[0][0]);
                    put(c, 7);
                    return before + x[0][0] * c[0][0];
                }
                """);
        double[][] x = {{3}};
        double[][] c = {{5}};

        Object gradient = compiled.call("demo.DemoGradient", "f", x, c);

        assertThat((double[][]) part(gradient, "x")).isDeepEqualTo(new double[][] {{5 + 14}});
        assertThat(x).isDeepEqualTo(new double[][] {{3}});
        assertThat(c).isDeepEqualTo(new double[][] {{5}});
    }

    @Test
    void theView() {
        Compiled compiled = Compiled.members(LOSS);
        DifferentiableFunction function = view(compiled, "lossFunction", point());

        assertThat(function.dimension()).isEqualTo(9);
        assertThat(function.start()).containsExactly(0.5, -1.25, 0.75, 0.1, 0.2, 0.3, -1, 0.5, 2);
        function.start()[0] = 99;
        assertThat(function.start()[0]).isEqualTo(0.5);
        assertThat(function.value(function.start())).isEqualTo(compiled.call("demo.Demo", "loss", point()));
        Dual dual = function.along(function.start(), new double[] {0, 0, 1, 0, 0, 0, 0, 0, 0});
        assertThat(dual.value()).isEqualTo(function.value(function.start()));
        assertThat(dual.tangent()).isEqualTo(part(compiled.call("demo.DemoGradient", "loss", point()), "bias"));
    }

    @Test
    void theViewRefusesWrongLengths() {
        DifferentiableFunction function = view(Compiled.members(LOSS), "lossFunction", point());
        for (int length : new int[] {0, 8, 10}) {
            double[] wrong = new double[length];
            assertThatThrownBy(() -> function.value(wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> function.along(wrong, new double[9])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> function.along(new double[9], wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> function.gradient(wrong, new double[9]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> function.gradient(new double[9], wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("9");
        }
    }

    /** Constant arrays that the method only reads are shared with the caller; active ones are not. */
    @Test
    void constantsAreCapturedByReference() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x, @Constant double[] c) {
                    return x[0] * c[0];
                }
                """);
        double[] x = {2};
        double[] c = {3};
        DifferentiableFunction function = view(compiled, "fFunction", x, c);
        c[0] = 10;
        x[0] = 100;

        assertThat(function.start()).containsExactly(2);
        assertThat(function.value(new double[] {2})).isEqualTo(20);
        assertThat(function.along(new double[] {2}, new double[] {1})).isEqualTo(new Dual(20, 10));
    }

    /** A constant array that the method writes to is as the caller has it before each pass. */
    @Test
    void writtenConstantsAreCapturedByReferenceToo() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, @Constant double[] c) {
                    c[0] += 1;
                    return x * c[0];
                }
                """);
        double[] c = {3};
        DifferentiableFunction function = view(compiled, "fFunction", 2.0, c);

        assertThat(function.value(new double[] {2})).isEqualTo(8);
        c[0] = 10;
        assertThat(function.value(new double[] {2})).isEqualTo(22);
        assertThat(function.along(new double[] {2}, new double[] {1})).isEqualTo(new Dual(22, 11));
        assertThat(c).containsExactly(10);
    }

    @Test
    void aFunctionOfNoInputs() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x) {
                    double sum = 3;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i];
                    }
                    return sum;
                }
                """);

        Object gradient = compiled.call("demo.DemoGradient", "f", (Object) new double[0]);

        assertThat(part(gradient, "value")).isEqualTo(3.0);
        assertThat((double[]) part(gradient, "x")).isEmpty();
    }

    /** What the method throws comes out as it is, and the next call is none the worse. */
    @Test
    void exceptionsComeThrough() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x, int i) {
                    x[0] *= 2;
                    return x[0] * x[i] / (1 / i);
                }
                """);

        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", new double[] {1, 2}, 2))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", new double[] {1, 2}, 0))
                .isInstanceOf(ArithmeticException.class);
        double[] x = {1, 2};
        assertThat((double[]) part(compiled.call("demo.DemoGradient", "f", x, 1), "x"))
                .containsExactly(4, 2);
        assertThat(x).containsExactly(1, 2);
    }

    @Test
    void integerReturnedAsDouble() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, int n, long l, char c) {
                    if (x > 4) {
                        return 1;
                    }
                    if (x > 3) {
                        return n;
                    }
                    if (x > 2) {
                        return l;
                    }
                    return x > 1 ? c : x * x;
                }
                """);
        for (double x : new double[] {4.5, 3.5, 2.5, 1.5}) {
            Object gradient = compiled.call("demo.DemoGradient", "f", x, 3, 4L, 'c');
            assertThat(part(gradient, "x")).isEqualTo(0.0);
            assertThat(part(gradient, "value")).isEqualTo(compiled.call("demo.Demo", "f", x, 3, 4L, 'c'));
        }
        assertThat(part(compiled.call("demo.DemoGradient", "f", 0.5, 3, 4L, 'c'), "x"))
                .isEqualTo(1.0);
    }

    /** Regression: what the rows of an argument were is not seen after the method replaced them. */
    @Test
    void replacedRows() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[][] m) {
                    m[0] = new double[] {m[0][0] * m[0][1]};
                    return m[0][0] + 3 * m[1][0];
                }
                """);

        Object gradient = compiled.call("demo.DemoGradient", "f", (Object) new double[][] {{5, 7}, {2}});

        assertThat((double[][]) part(gradient, "m")).isDeepEqualTo(new double[][] {{7, 5}, {3}});
    }

    /** Regression: what the method may do without, its gradient may do without. */
    @Test
    void anArrayThatIsNotThere() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, double[] y, @Constant double[] c, @Constant double[][] rows, boolean keeps) {
                    if (keeps) {
                        y[0] = x;
                        c[0] = 1;
                        rows[0][0] = 1;
                    }
                    return x * x;
                }
                """);

        assertThat(part(compiled.call("demo.DemoGradient", "f", 3.0, null, null, null, false), "x"))
                .isEqualTo(6.0);
    }

    @Test
    void aClassWithBothKindsHasEachInItsForm() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static void f(double[] x) {
                    x[0] *= x[1];
                }
                @Differentiable
                static double g(double x) {
                    return x;
                }
                """);

        assertThat(Arrays.stream(compiled.load("demo.DemoGradient").getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> !name.contains("$")))
                .containsOnly("f", "fFunction", "g", "gForward", "gAlong", "gFunction");
    }
}
