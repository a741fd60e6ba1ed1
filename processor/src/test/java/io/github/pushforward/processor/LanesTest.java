package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several directions a pass: gradients and Jacobians have the bits of passes of one direction, whatever the number of lanes and of
 * inputs. Every method that {@code Differentiated} checks has its lane form checked along.
 */
class LanesTest {
    private static final String MEMBERS = """
            @Differentiable
            static double f(double[] x, double a, float[][] m) {
                double[] y = new double[x.length + 1];
                System.arraycopy(x, 0, y, 1, x.length);
                java.util.Arrays.fill(y, 0, 1, a * a);
                double sum = a;
                for (int i = 0; i < x.length; i++) {
                    sum += g(y, i) * Math.sin(x[i] * a) / (2 + i) + (m[i % 2] == null ? 0 : m[i % 2][0]);
                    sum = sum > 3 ? Math.log(sum) * Math.cos(x[i]) : sum * Math.exp(-x[i]);
                }
                java.util.Arrays.sort(y);
                return sum + y[y.length / 2] * Math.pow(Math.abs(sum), 1.5);
            }
            private static double g(double[] y, int i) {
                y[i] *= y[i + 1];
                return i > 7 ? y[i] : Math.max(y[i], Other.h(y, i));
            }
            @Differentiable
            static double[] map(double[] x, double a) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    y[i] = i == 0 ? a * x[0] : y[i - 1] * x[i] + Math.atan2(a, x[i]);
                }
                x[0] = y[x.length - 1];
                return y;
            }
            """;

    private static final String OTHER = """
            package demo;
            import io.github.pushforward.Differentiable;
            final class Other {
                @Differentiable
                static double h(double[] y, int i) {
                    return y[i] * Math.tanh(y[i + 1]) - 0.25;
                }
            }
            """;

    private static Compiled compiled(int lanes) {
        return Compiled.withOptions(List.of("-Apushforward.lanes=" + lanes), Compiled.demo(MEMBERS), OTHER);
    }

    private static Object[] point(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] x = random.doubles(n, -2, 2).toArray();
        return new Object[] {x, random.nextDouble(), new float[][] {null, {0.5f, -1}}};
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    private static double[] unit(int n, int i) {
        double[] unit = new double[n];
        unit[i] = 1;
        return unit;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void gradientsHaveTheBitsOfPassesOfOneDirection(int lanes) {
        Compiled compiled = compiled(lanes);
        assertThat(compiled.has("demo.DemoLanes")).isEqualTo(lanes > 1);
        for (int n = 1; n <= 17; n++) {
            DifferentiableFunction f =
                    (DifferentiableFunction) compiled.call("demo.DemoGradient", "fFunction", point(n));
            double[] x = f.start();
            double[] gradient = new double[x.length];
            double value = f.gradient(x, gradient);

            double[] expected = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                expected[i] = f.along(x, unit(x.length, i)).tangent();
            }
            assertThat(value).isEqualTo(f.value(x));
            assertThat(bits(gradient)).as("n = %d", n).isEqualTo(bits(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void directionsTogetherHaveTheBitsOfEach(int lanes) {
        DifferentiableFunction f =
                (DifferentiableFunction) compiled(lanes).call("demo.DemoGradient", "fFunction", point(5));
        double[] x = f.start();
        for (int count = 0; count <= 9; count++) {
            SplittableRandom random = new SplittableRandom(count);
            double[][] directions = new double[count][];
            Arrays.setAll(directions, k -> random.doubles(x.length, -1, 1).toArray());
            double[] derivatives = new double[count];
            double value = f.along(x, directions, derivatives);

            assertThat(value).isEqualTo(f.value(x));
            double[] expected = Arrays.stream(directions)
                    .mapToDouble(v -> f.along(x, v).tangent())
                    .toArray();
            assertThat(bits(derivatives)).isEqualTo(bits(expected));
            assertThat(f.gradient(x, new double[x.length]))
                    .as("no traces of directions")
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void jacobiansByRowsAndByColumns(int lanes) {
        Compiled compiled = compiled(lanes);
        for (int n = 1; n <= 10; n++) {
            DifferentiableMapping f = (DifferentiableMapping)
                    compiled.call("demo.DemoGradient", "mapFunction", Arrays.copyOf(point(n), 2));
            double[] x = f.start();
            int m = f.outputDimension();
            double[][] jacobian = new double[m][x.length];
            double[][] columns = new double[x.length][m];
            double[] y = new double[m];
            f.jacobian(x, y, jacobian);
            f.jacobianByColumns(x, y, columns);
            for (int j = 0; j < x.length; j++) {
                double[] column = new double[m];
                f.along(x, unit(x.length, j), new double[m], column);
                assertThat(bits(columns[j])).isEqualTo(bits(column));
                for (int i = 0; i < m; i++) {
                    assertThat(jacobian[i][j]).isEqualTo(column[i]);
                }
            }
            double[] value = new double[m];
            f.value(x, value);
            assertThat(bits(y)).isEqualTo(bits(value));
        }
    }

    @Test
    void exceptionsAreThoseOfTheOriginal() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x, int n) {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        x[i] *= x[i];
                        sum += x[i];
                    }
                    if (sum > 10) {
                        throw new IllegalArgumentException("sum is " + sum);
                    }
                    return sum;
                }
                """);
        double[] x = {1, 2, 3};
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", x, 4))
                .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Index 3 out of bounds for length 3");
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", x, 3))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("sum is 14.0");
        assertThat(x).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 20, 25, 30, 35, 40, 50, 80, 300})
    void noLaneFormIsLargerThanHotSpotCompiles(int terms) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < terms; i++) {
            body.append("s += Math.sin(x[").append(i % 7).append("] * s) * a / (1 + s * s);\n");
        }
        Compiled compiled = Compiled.members(
                "@SuppressWarnings(\"pushforward\") @Differentiable static double f(double[] x, double a) { double s = a;\n"
                        + body + "return s; }");
        List<String> forms = new ArrayList<>();
        if (compiled.has("demo.DemoLanes")) {
            compiled.codeLengths("demo.DemoLanes").forEach((name, length) -> {
                forms.add(name);
                assertThat(length).as(name).isLessThanOrEqualTo(8_000);
            });
        }
        int one = compiled.codeLengths("demo.DemoTangent").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("f("))
                .findFirst()
                .orElseThrow()
                .getValue();
        // Nothing is given away without need: W lanes have less than W times the code of one.
        int lanes = Math.min(8, Integer.highestOneBit(Math.max(7_000 / one, 1)));
        if (lanes > 1) {
            assertThat(forms).anyMatch(name -> name.matches("f2x[" + lanes + "-8].*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "eight", ""})
    void anotherNumberOfLanesIsRefusedOnce(String lanes) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions("-Apushforward.lanes=" + lanes)
                .compile(Compiled.files(Compiled.demo(MEMBERS), OTHER));

        CompilationSubject.assertThat(compilation).hadErrorCount(1);
        CompilationSubject.assertThat(compilation)
                .hadErrorContaining("[BadOption] -Apushforward.lanes=" + lanes
                        + " is no number of directions that a pass can carry; " + "write one of 1, 2, 4, 8");
    }
}
