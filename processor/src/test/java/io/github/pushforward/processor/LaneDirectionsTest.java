package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A view keeps the directions of its last lane pass, which serve a single array as its tangents: what it was asked for before, of
 * whatever kind, leaves no trace in what it is asked for next.
 */
class LaneDirectionsTest {
    private static final int INPUTS = 7;

    private static final String MEMBERS = """
            @Differentiable
            static double read(double[] x) {
                double sum = 0;
                for (int i = 1; i < x.length; i++) {
                    if (x[i] > 5) {
                        throw new IllegalArgumentException("too large: " + x[i]);
                    }
                    sum += Math.sin(x[i]) * x[i - 1];
                }
                return sum;
            }
            @Differentiable
            static double written(double[] x) {
                for (int i = 1; i < x.length; i++) {
                    x[i] *= x[i - 1];
                }
                return x[x.length - 1];
            }
            @Differentiable
            static double rows(double[][] x) {
                return x[0][0] * x[1][1] + x[1][0] * x[1][2];
            }
            @Differentiable
            static double[] same(double[] x) {
                return x;
            }
            @Differentiable
            static double[] aliased(double[] x) {
                double[] y = x;
                double[] z = y.clone();
                z[0] = x[1] * x[2];
                return x[0] > 0 ? y : z;
            }
            """;

    private final Compiled compiled = Compiled.withOptions(List.of("-Apushforward.lanes=4"), Compiled.demo(MEMBERS));
    private final SplittableRandom random = new SplittableRandom(3);

    private double[] numbers() {
        return random.doubles(INPUTS, -1, 1).toArray();
    }

    private double[][] directions(int count) {
        double[][] directions = new double[count][];
        Arrays.setAll(directions, k -> numbers());
        return directions;
    }

    private DifferentiableFunction function(String method) {
        Object x = method.equals("rows") ? new double[][] {numbers(), numbers()} : numbers();
        return (DifferentiableFunction) compiled.call("demo.DemoGradient", method + "Function", x);
    }

    private static double[] gradient(DifferentiableFunction f, double[] x) {
        double[] gradient = new double[x.length];
        double[] unit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = 1;
            gradient[i] = f.along(x, unit).tangent();
            unit[i] = 0;
        }
        return gradient;
    }

    private static void requireGradient(DifferentiableFunction f, double[] x) {
        double[] gradient = new double[x.length];
        f.gradient(x, gradient);
        assertThat(gradient).containsExactly(gradient(f, x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "written", "rows"})
    void gradientsBetweenDirections(String method) {
        DifferentiableFunction f = function(method);
        double[] x = f.start();
        requireGradient(f, x);
        for (int count = 5; count > 0; count--) {
            double[][] directions = new double[count][];
            Arrays.setAll(directions, k -> random.doubles(x.length, -1, 1).toArray());
            double[] derivatives = new double[count];
            f.along(x, directions, derivatives);
            for (int k = 0; k < count; k++) {
                assertThat(derivatives[k]).isEqualTo(f.along(x, directions[k]).tangent());
            }
            requireGradient(f, x);
            requireGradient(f, random.doubles(x.length, -1, 1).toArray());
        }
    }

    @Test
    void gradientsAfterExceptions() {
        DifferentiableFunction f = function("read");
        double[] bad = numbers();
        bad[4] = 6;
        for (int k = 0; k < 2; k++) {
            assertThatThrownBy(() -> f.gradient(bad, new double[INPUTS])).hasMessage("too large: 6.0");
            requireGradient(f, numbers());
            assertThatThrownBy(() -> f.along(bad, directions(3), new double[3])).hasMessage("too large: 6.0");
            requireGradient(f, numbers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "aliased"})
    void outputsThatAreInputs(String method) {
        DifferentiableMapping f =
                (DifferentiableMapping) compiled.call("demo.DemoGradient", method + "Function", numbers());
        double[] y = new double[f.outputDimension()];
        for (int k = 0; k < 4; k++) {
            double[] x = numbers();
            double[][] directions = directions(3);
            double[][] products = new double[3][y.length];
            f.along(x, directions, y, products);
            double[] column = new double[y.length];
            for (int d = 0; d < 3; d++) {
                f.along(x, directions[d], y, column);
                assertThat(products[d]).containsExactly(column);
            }
            double[][] columns = new double[INPUTS][y.length];
            f.jacobianByColumns(x, y, columns);
            double[] unit = new double[INPUTS];
            for (int j = 0; j < INPUTS; j++) {
                unit[j] = 1;
                f.along(x, unit, y, column);
                unit[j] = 0;
                assertThat(columns[j]).containsExactly(column);
            }
        }
    }
}
