package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Functions that are used for more than being called and handed on: refused where that happens. */
class FunctionErrorsTest {
    private static final String MARK = "\u00ab";

    private static void refused(String body, String code, String... words) {
        Refused.members("""
                        static java.util.function.DoubleUnaryOperator kept;
                        private static double apply(java.util.function.DoubleUnaryOperator f, double x) {
                            return f.applyAsDouble(x);
                        }
                        @Differentiable
                        static double f(double a, double b) {
                        """ + body.replace("$", MARK) + "}").with(code, words);
    }

    @Test
    void storedInAField() {
        refused("""
                java.util.function.DoubleUnaryOperator g = x -> a * x;
                kept = $g;
                return g.applyAsDouble(b);
                """, "UnsupportedExpression", "a function is put into a field", "hand it to the methods that call it");
    }

    @Test
    void storedInAnArray() {
        refused("""
                java.util.function.DoubleUnaryOperator[] all = {$x -> a * x};
                return all[0].applyAsDouble(b);
                """, "UnsupportedExpression", "a function is put into an array", "choose by ? : or switch");
    }

    @Test
    void compared() {
        refused("""
                java.util.function.DoubleUnaryOperator g = x -> a * x;
                return $g == null ? a : g.applyAsDouble(b);
                """, "UnsupportedExpression", "g is a function that is made in this method");
    }

    @Test
    void handedToAnotherClass() {
        refused("""
                double[] numbers = new double[3];
                java.util.Arrays.setAll(numbers, $i -> a * i);
                return numbers[1] * b;
                """, "UnsupportedExpression", "a lambda is handed to setAll of java.util.Arrays");
    }

    @Test
    void objectMethods() {
        refused("""
                java.util.function.DoubleUnaryOperator g = x -> a * x;
                return a * g$.hashCode();
                """, "NoTangent", "hashCode of java.lang.Object is called on a function made here");
    }

    @Test
    void assignedInTheMethodThatGetsIt() {
        Refused.members("""
                        private static double apply(java.util.function.DoubleUnaryOperator f, double x) {
                            \u00abf = y -> y * x;
                            return f.applyAsDouble(x);
                        }
                        @Differentiable
                        static double f(double a) {
                            return apply(x -> x * a, a);
                        }
                        """).with("UnsupportedExpression", "f is a function that is made in this method");
    }

    /** A function made inside a function made by the same method: a method for each, without end. */
    @Test
    void functionsWithoutEnd() {
        Refused.members("""
                        private static double nest(java.util.function.DoubleUnaryOperator f, double x, int depth) {
                            return depth == 0 ? f.applyAsDouble(x) : nest(\u00aby -> f.applyAsDouble(y) * x, x, depth - 1);
                        }
                        @Differentiable
                        static double f(double a) {
                            return nest(x -> x * a, a, 3);
                        }
                        """).with("UnsupportedExpression", "a function is made inside a function made here, and so on");
    }

    @Test
    void stateOfAnAnonymousClass() {
        refused("""
                return new java.util.function.DoubleSupplier() {
                    private int $n;
                    @Override
                    public double getAsDouble() {
                        return a * n++;
                    }
                }.getAsDouble() * b;
                """, "UnsupportedExpression", "a field or an initializer of an anonymous class");
    }

    /** Which of them a call means, its argument types would have to decide: not seen through, so not guessed. */
    @Test
    void overloadsOfAnonymousClasses() {
        Refused.members("""
                        abstract static class Base {
                            double at(double x) {
                                return x;
                            }
                            abstract double get(double x);
                        }
                        @Differentiable
                        static double f(double a) {
                            Base base = new Base() {
                                double at(int n) {
                                    return n * a;
                                }
                                @Override
                                double get(double x) {
                                    return \u00abat(1) * x;
                                }
                            };
                            return base.get(a);
                        }
                        """).with("UnsupportedExpression", "methods of an anonymous class that have one name, at");
    }

    @Test
    void constructors() {
        Refused.members("""
                        abstract static class Scaled {
                            final double scale;
                            Scaled(double scale) {
                                this.scale = scale;
                            }
                            abstract double at(double x);
                        }
                        @Differentiable
                        static double f(double a) {
                            Scaled scaled = \u00abnew Scaled(2) {
                                @Override
                                double at(double x) {
                                    return a * x * scale;
                                }
                            };
                            return scaled.at(a);
                        }
                        """).with("UnsupportedExpression", "an anonymous class whose constructor takes arguments");
    }

    @Test
    void fieldsOfTheSupertype() {
        Refused.members("""
                        abstract static class Counting {
                            int n;
                            abstract double at(double x);
                            double next(double x) {
                                \u00abn++;
                                return at(x);
                            }
                        }
                        @Differentiable
                        static double f(double a) {
                            Counting counting = new Counting() {
                                @Override
                                double at(double x) {
                                    return a * x;
                                }
                            };
                            return counting.next(a);
                        }
                        """).with("UnsupportedExpression", "the field n of an object of an anonymous class");
    }

    @Test
    void constructorReferences() {
        Refused.members("""
                        private static double apply(java.util.function.IntFunction<double[]> f) {
                            return f.apply(3).length;
                        }
                        @Differentiable
                        static double f(double a) {
                            return a * apply(\u00abdouble[]::new);
                        }
                        """).with("UnsupportedExpression", "the method reference double[]::new");
    }
}
