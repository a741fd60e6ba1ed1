package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Locks: the tangent holds those that the original holds, and as long. */
class SynchronizedTest {

    @Test
    void blocks() {
        Differentiated.of("""
                        static final Object LOCK = new Object();
                        @Differentiable
                        static double f(double[] a, double x, int n, Object lock) {
                            double y = x;
                            synchronized (LOCK) {
                                y *= x;
                                if (n == 0) {
                                    return y * a[0];
                                }
                            }
                            synchronized (Demo.class) {}
                            for (int i = 0; i < 3; i++) {
                                synchronized (a) {
                                    a[i] *= y;
                                    if (i == n) {
                                        break;
                                    }
                                }
                                synchronized (lock) {
                                    y += a[i];
                                }
                            }
                            return y;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.7, 0, "lock")
                .at(new double[] {1, 2, 3}, 0.7, 1, "lock")
                .at(new double[] {1, 2, 3}, 0.7, 7, "lock")
                .fails(NullPointerException.class, new double[] {1, 2, 3}, 0.7, 1, null)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1}, 0.7, 7, "lock");
    }

    @Test
    void theRestOfAMethodMayBeHeld() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            do {
                                synchronized (Demo.class) {
                                    if (n-- > 0) {
                                        continue;
                                    }
                                    return x;
                                }
                            } while ((x = x * x) < 2);
                            return x;
                        }
                        """, "f").at(1.1, 0).at(1.1, 2).at(1.7, 5);
    }

    private static final String HOLDING = """
            static boolean isHeld() {
                return Thread.holdsLock(Demo.class);
            }
            """;

    /** A static method holds the lock of its class: of the original class, which other methods hold too. */
    @Test
    void staticMethods() {
        Differentiated.of(HOLDING + """
                        @Differentiable
                        static synchronized double f(double x, int n) {
                            if (!isHeld()) {
                                throw new IllegalStateException();
                            }
                            return n * x * x;
                        }
                        """, "f").at(0.7, 2);
        Differentiated.of(HOLDING + """
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return g(x) * h(c) + (isHeld() ? 1 : 0);
                        }
                        private static synchronized double g(double x) {
                            return isHeld() ? x * x : x;
                        }
                        private static synchronized double h(double c) {
                            return isHeld() ? c : 0;
                        }
                        """, "f").at(0.7, 1.5);
    }

    @Test
    void instanceMethods() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public class Model {
                    public Model() {}
                    @Differentiable
                    public synchronized double f(double x) {
                        if (!Thread.holdsLock(this)) {
                            throw new IllegalStateException();
                        }
                        return x * x;
                    }
                }
                """, Compiled.demo("""
                static double value(double x) {
                    return ModelTangent.f(new Model(), x, 1).value();
                }
                """));

        assertThat(compiled.call("demo.Demo", "value", 0.5)).isEqualTo(0.25);
    }

    @Test
    void theLockIsGivenBack() {
        Compiled compiled = Compiled.members(HOLDING + """
                static final int[] DATA = new int[1];
                @Differentiable
                static double f(double x, int i) {
                    synchronized (Demo.class) {
                        return x * DATA[i];
                    }
                }
                """);

        Differentiated.method(compiled, "f", true, false)
                .at(0.7, 0)
                .fails(ArrayIndexOutOfBoundsException.class, 0.7, 1);
        assertThat(compiled.call("demo.Demo", "isHeld")).isEqualTo(false);
    }
}
