package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** A call on {@code null} throws, whether the method looks into the object or not; it used to run in the tangent. */
class NullReceiversTest {
    private static final String SQUARE = """
            final class Square {
                final double[] seen = new double[1];

                @Differentiable
                double of(double x) {
                    return x * x;
                }

                @Differentiable
                double with(double x) {
                    double y = seen[0] + x;
                    return y * helper(x);
                }

                private double helper(double x) {
                    return x + 1;
                }
            }
            """;

    private static Compiled compiled() {
        return Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        """ + SQUARE);
    }

    @Test
    void tangentsOfMethodsThatDoNotLookIntoTheirObject() {
        Compiled compiled = compiled();
        for (String name : new String[] {"of", "with"}) {
            assertThatThrownBy(() -> compiled.call("demo.SquareTangent", name, null, 2.0, 1.0))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> compiled.call("demo.SquareGradient", name, null, 2.0))
                    .isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void helpersOnOtherObjects() {
        Differentiated.of("""
                        static final class Part {
                            private double twice(double x) {
                                return 2 * x;
                            }
                        }

                        @Differentiable
                        static double f(Part part, double[] x, boolean writes) {
                            if (writes) {
                                x[0] = 3;
                            }
                            return part.twice(x[0]) * x[0];
                        }
                        """, "f").fails(NullPointerException.class, null, new double[] {2}, true);
        Differentiated.of("""
                        static final class Part {
                            private double two() {
                                return 2;
                            }
                        }

                        @Differentiable
                        static double f(Part part, double x) {
                            return part.two() * x;
                        }
                        """, "f").fails(NullPointerException.class, null, 2.0);
    }

    @Test
    void objectsThatDispatch() {
        Differentiated.of("""
                        static class Part {
                            double twice(double x) {
                                return 2 * x;
                            }
                        }

                        static class Other extends Part {
                            @Override
                            double twice(double x) {
                                return x + x;
                            }
                        }

                        static class Alone {
                            double twice(double x) {
                                return 2 * x;
                            }
                        }

                        interface Shape {
                            double area(double x);
                        }

                        record Circle() implements Shape {
                            public double area(double x) {
                                return 3 * x;
                            }
                        }

                        @Differentiable
                        static double f(Part part, Alone alone, Shape shape, int which, double x) {
                            return which == 0 ? part.twice(x) : which == 1 ? alone.twice(x) : shape.area(x);
                        }
                        """, "f")
                .fails(NullPointerException.class, null, null, null, 0, 2.0)
                .fails(NullPointerException.class, null, null, null, 1, 2.0)
                .fails(NullPointerException.class, null, null, null, 2, 2.0);
    }

    /** The method that a lambda runs is called on an object only where the lambda is called. */
    @Test
    void lambdas() {
        Differentiated.of("""
                        static final class Part {
                            double twice(double x) {
                                return 2 * x;
                            }
                        }

                        @Differentiable
                        static double f(Part part, double x) {
                            java.util.function.DoubleUnaryOperator twice = y -> part.twice(y);
                            return x > 0 ? x : twice.applyAsDouble(x);
                        }
                        """, "f").sameValueAt(null, 2.0).fails(NullPointerException.class, null, -2.0);
    }

    /** Fields of the object are read where they stand; what comes to stand before them must not throw first. */
    @Test
    void beforeWhateverElseTheirFirstStatementThrows() {
        Differentiated.of("""
                        static final class Part {
                            double k = 2;

                            private double looks(double x, double[] y, int n) {
                                return k + Math.exp(y[n]) * x;
                            }
                        }

                        @Differentiable
                        static double f(Part p, double[] x, int n) {
                            try {
                                return p.looks(x[1], x, n);
                            } catch (NullPointerException e) {
                                return x[0] * x[1];
                            } catch (ArrayIndexOutOfBoundsException e) {
                                return x[0] + x[1];
                            }
                        }
                        """, "f").at(null, new double[] {1.3, 0.7}, 2).at(null, new double[] {1.3, 0.7}, 0);
    }
}
