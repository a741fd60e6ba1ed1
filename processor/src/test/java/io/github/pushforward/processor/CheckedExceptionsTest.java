package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.Directions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the {@code throws} clause of a method says is said by all that is generated from it. */
class CheckedExceptionsTest {
    private static final String READ = """
            @Differentiable
            static double f(double x, int n) throws java.io.IOException, IllegalStateException {
                return x * g(x, n);
            }
            private static double g(double x, int n) throws java.io.IOException {
                if (n < 0) {
                    throw new java.io.FileNotFoundException("no " + n);
                }
                return n == 0 ? x : h(x, n);
            }
            static double h(double x, int n) throws IllegalStateException, java.io.IOException {
                if (n > 5) {
                    throw new IllegalStateException();
                }
                return x * x;
            }
            """;

    @Test
    void tangentsThrowWhatTheirOriginalsDo() {
        Compiled compiled = Compiled.members(READ);

        Differentiated.method(compiled, "f", true, false)
                .at(0.7, 0)
                .at(0.7, 3)
                .fails(FileNotFoundException.class, 0.7, -1)
                .fails(IllegalStateException.class, 0.7, 6);
        assertThat(compiled.method("demo.DemoTangent", "f", 3).getExceptionTypes())
                .containsExactly(IOException.class, IllegalStateException.class);
    }

    /** The methods that run the original declare its exceptions; a flat view cannot, and throws them all the same. */
    @Test
    void gradientsDeclareThemAndViewsThrowThem() {
        Compiled compiled = Compiled.members(READ);
        RandomGenerator random = RandomGenerator.getDefault();

        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", 0.7, -1))
                .isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "fForward", 0.7, -1, random))
                .isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(
                        () -> compiled.call("demo.DemoGradient", "fForward", 0.7, -1, Directions.sphere(), 2, random))
                .isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "fAlong", 0.7, -1, 1.0))
                .isExactlyInstanceOf(FileNotFoundException.class);
        for (int parameters : new int[] {3, 5}) {
            assertThat(compiled.method("demo.DemoGradient", "fForward", parameters)
                            .getExceptionTypes())
                    .containsExactly(IOException.class, IllegalStateException.class);
        }
        assertThat(compiled.method("demo.DemoGradient", "fFunction", 2).getExceptionTypes())
                .isEmpty();
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.DemoGradient", "fFunction", 0.7, -1);
        assertThatThrownBy(() -> view.value(new double[] {0.7})).isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> view.gradient(new double[] {0.7}, new double[1]))
                .isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> view.along(new double[] {0.7}, new double[] {1}))
                .isExactlyInstanceOf(FileNotFoundException.class);
    }

    /** A handler is allowed only where its exception can be thrown: of the tangent as of the original. */
    @Test
    void caught() {
        Differentiated.of(READ + """
                        @Differentiable
                        static double caught(double x, double[] a, int n) {
                            double y = x;
                            try {
                                y = f(y * x, n);
                                a[0] = y;
                                a[0] *= a[n];
                            } catch (java.io.FileNotFoundException e) {
                                y = Math.sin(y);
                            } catch (java.io.IOException | IllegalStateException e) {
                                y *= 3;
                            }
                            return y * a[0];
                        }
                        """, "caught")
                .at(0.7, new double[] {1.5, 2}, 1)
                .at(0.7, new double[] {1.5, 2}, -1)
                .at(0.7, new double[] {1.5, 2}, 6)
                .fails(ArrayIndexOutOfBoundsException.class, 0.7, new double[] {1.5}, 1);
    }

    /** {@code throw e} throws what the body can throw, and no more. */
    @Test
    void thrownAgainPrecisely() {
        Differentiated.of(READ + """
                        @Differentiable
                        static double again(double x, double[] a, int n) throws java.io.IOException {
                            try {
                                return f(x, n) * weight(n);
                            } catch (Exception e) {
                                a[0] = x;
                                throw e;
                            }
                        }
                        private static int weight(int n) throws java.io.IOException {
                            if (n == 2) {
                                throw new java.io.IOException();
                            }
                            return n + 1;
                        }
                        """, "again")
                .at(0.7, new double[] {1.5}, 1)
                .fails(IOException.class, 0.7, new double[] {1.5}, 2)
                .fails(FileNotFoundException.class, 0.7, new double[] {1.5}, -2);
    }

    @Test
    void ofOneOwn() {
        Differentiated.of("""
                        static class Diverged extends Exception {
                            private static final long serialVersionUID = 1;
                            Diverged(String message, Throwable cause) {
                                super(message, cause);
                            }
                        }
                        @Differentiable
                        static double root(double x, int steps) throws Diverged {
                            double y = 1;
                            try {
                                for (int i = 0; i < 4; i++) {
                                    y = 0.5 * (y + x / y) + 1 / (steps - i);
                                }
                            } catch (ArithmeticException e) {
                                throw new Diverged("after " + steps + " steps at " + y, e);
                            }
                            return y;
                        }
                        """, "root").at(2.7, 9).at(2.7, -1);
    }

    @Test
    void jacobiansDeclareThemAndMappingsThrowThem() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] f(double x, int n) throws java.io.IOException {
                    if (n < 0) {
                        throw new java.io.FileNotFoundException();
                    }
                    return new double[] {x, x * x};
                }
                @Differentiable
                static void g(double[] a, double x, int n) throws Exception {
                    a[0] = f(x, n)[1];
                }
                """);

        assertThat(compiled.method("demo.DemoGradient", "f", 2).getExceptionTypes())
                .containsExactly(IOException.class);
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", 0.7, -1))
                .isExactlyInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "g", new double[1], 0.7, -1))
                .isExactlyInstanceOf(FileNotFoundException.class);
        DifferentiableMapping view = (DifferentiableMapping) compiled.call("demo.DemoGradient", "fFunction", 0.7, -1);
        assertThatThrownBy(view::outputDimension).isExactlyInstanceOf(FileNotFoundException.class);
        Differentiated.method(compiled, "g", true, true, false)
                .at(new double[] {1}, 0.7, 1)
                .fails(FileNotFoundException.class, new double[] {1}, 0.7, -1);
    }
}
