package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Twice;
import io.github.pushforward.runtime.DifferentiableFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that go on after a wrong index or length, of which lanes know another one. */
class CaughtIndicesTest {
    private static final double[] X = {1.5, 0.5, 0.25, 2, 1.25};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = 0; try { x[i] = x[0] * x[1]; } catch (RuntimeException e) { n = e.getMessage().length(); } return n * x[0] * x[1];",
                "int n = 0; try { put(x, i); } catch (RuntimeException e) { n = e.getMessage().length(); } return n * x[0] * x[1];",
                "try { x[i << 28] = x[1] * x[2]; } catch (IndexOutOfBoundsException e) { x[3] *= x[4]; } return x[0] * x[0] * x[3];",
                "do { try { x[i << 28] = x[1] * x[2]; } finally { if (i > 0) break; else break; } } while (i > 0); return x[0] * x[3];"
            })
    void derivativesAreThoseOfOneDirection(String body) {
        Compiled compiled = compiled(body);
        double[] gradient = new double[X.length];
        DifferentiableFunction function =
                (DifferentiableFunction) compiled.call("demo.DemoGradient", "fFunction", X, 8);

        function.gradient(X, gradient);

        for (int i = 0; i < X.length; i++) {
            double[] unit = new double[X.length];
            unit[i] = 1;
            assertThat(gradient[i])
                    .as("component %d", i)
                    .isEqualTo(function.along(X, unit).tangent());
        }
        Twice.of(compiled, "f").at(X, 8);
    }

    private static Compiled compiled(String body) {
        return Compiled.members("@SuppressWarnings(\"finally\") @Differentiable(order = 2)\n"
                + "static double f(double[] x, int i) { " + body + " }\n"
                + "private static void put(double[] x, int i) { x[i] = x[0] * x[1]; }");
    }
}
