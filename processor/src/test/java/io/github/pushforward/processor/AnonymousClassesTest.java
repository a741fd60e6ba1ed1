package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Anonymous classes inside a differentiable method: their methods, and those that they inherit. */
class AnonymousClassesTest {

    @Test
    void ofAnInterface() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double a, double b) {
                            java.util.function.DoubleUnaryOperator g = new java.util.function.DoubleUnaryOperator() {
                                @Override
                                public double applyAsDouble(double b) {
                                    double c = helper(b, 2);
                                    return c * this.helper(a, 3);
                                }
                                double helper(double x, int n) {
                                    return n == 0 ? 1 : x * helper(x, n - 1);
                                }
                            };
                            return g.applyAsDouble(b) + new java.util.function.DoubleBinaryOperator() {
                                @Override
                                public double applyAsDouble(double x, double y) {
                                    return x * g.applyAsDouble(y) - a;
                                }
                            }.applyAsDouble(a, 2);
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4);
    }

    private static final String FRACTION = """
            package library;
            /** Continued fractions, by the algorithm of Lentz. */
            public abstract class Fraction {
                private static final double SMALL = 1e-50;
                private static final double[] FACTORS = {1, 0.5};
                protected Fraction() {
                    super();
                }
                protected abstract double getA(int n, double x);
                protected abstract double getB(int n, double x);
                public double evaluate(double x) {
                    return evaluate(x, 60);
                }
                public double evaluate(double x, int limit) {
                    double h = guarded(getA(0, x));
                    double c = h;
                    double d = 0;
                    for (int n = 1; n < limit; n++) {
                        double a = getA(n, x);
                        double b = this.getB(n, x);
                        d = 1 / guarded(a + b * d);
                        c = guarded(a + b / c);
                        double delta = c * d;
                        h *= delta;
                        if (Double.isNaN(h)) {
                            throw new IllegalStateException("diverged at " + x);
                        }
                        if (Math.abs(delta - 1) < 1e-14) {
                            break;
                        }
                    }
                    return h * FACTORS[0];
                }
                static double guarded(double x) {
                    return isSmall(x) ? SMALL : x;
                }
                private static boolean isSmall(double x) {
                    return Math.abs(x) < SMALL;
                }
            }
            """;

    /** The inherited method is of another class, in another package, with private and package-private members. */
    @Test
    void ofAnAbstractClass() {
        Compiled compiled = Compiled.sources(FRACTION, """
                package demo;
                import io.github.pushforward.Differentiable;
                import library.Fraction;
                final class Demo {
                    /** Gauss's continued fraction of the tangent, of a and b. */
                    @Differentiable
                    static double f(double x, double a, double b) {
                        double ret = x;
                        if (x < 100) {
                            Fraction fraction = new Fraction() {
                                @Override
                                protected double getA(int n, double x) {
                                    return n == 0 ? 0 : (2 * n - 1) * a;
                                }
                                @Override
                                protected double getB(int n, double x) {
                                    double ret = n == 1 ? x * b : -x * x;
                                    return ret;
                                }
                            };
                            ret = fraction.evaluate(x) + 2 * fraction.evaluate(x / 2, 4);
                        }
                        return ret;
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, true, true)
                .at(0.7, 1.0, 1.0)
                .at(0.3, 1.4, 0.8)
                .at(200.0, 1.0, 1.0)
                .fails(IllegalStateException.class, Double.NEGATIVE_INFINITY, 1.0, 1.0);
    }

    /** A class between the abstract one and the anonymous one, calls of super, overloads. */
    @Test
    void hierarchies() {
        Differentiated.of("""
                        abstract static class Shape {
                            static final double UNIT = 2;
                            final int corners = 4;
                            abstract double width(double t);
                            double height(double t) {
                                return UNIT * t;
                            }
                            double height(int t) {
                                return -t;
                            }
                            double area(double t) {
                                return width(t) * height(t) * corners + own(t);
                            }
                            private double own(double t) {
                                return t + height(3);
                            }
                        }
                        abstract static class Flat extends Shape {
                            @Override
                            double height(double t) {
                                return super.height(t) * t;
                            }
                        }
                        private static double area(Shape shape, double t) {
                            return shape.area(t);
                        }
                        @Differentiable
                        static double f(double a, double t) {
                            Shape shape = new Flat() {
                                @Override
                                double width(double t) {
                                    return a * t;
                                }
                                @Override
                                double height(double t) {
                                    return super.height(t) + a;
                                }
                                double own(double t) {
                                    return 1000;
                                }
                            };
                            Flat plain = new Flat() {
                                @Override
                                double width(double s) {
                                    return shape.width(s) + t;
                                }
                            };
                            return shape.area(t) + area(plain, t) * area(shape, a) + shape.height(2);
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4);
    }

    /** The names of an anonymous class go first to its members, inherited ones included, then to the method around it. */
    @Test
    void names() {
        Differentiated.of("""
                        abstract static class Base {
                            static final double a = 10;
                            abstract double get(double x);
                            static double twice(double x) {
                                return 2 * x;
                            }
                        }
                        static double twice(double x) {
                            return 1000 * x;
                        }
                        static double thrice(double x) {
                            return 3 * x;
                        }
                        @Differentiable
                        static double f(double a, double b) {
                            double x;
                            Base base = new Base() {
                                @Override
                                double get(double b) {
                                    double x = thrice(b);
                                    return a * twice(x);
                                }
                            };
                            x = base.get(b);
                            return x * a;
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4);
    }

    /** What is private in the supertype, or package-private in another package, is not inherited: the names mean others. */
    @Test
    void membersThatAreNotInherited() {
        Compiled compiled = Compiled.sources(FRACTION, """
                package demo;
                import io.github.pushforward.Differentiable;
                import library.Fraction;
                final class Demo {
                    static abstract class Base {
                        private final double hidden = 5;
                        abstract double get(double x);
                        double twice(double x) {
                            return 2 * own(x) + hidden;
                        }
                        private double own(double x) {
                            return x * x;
                        }
                        private double bare(double x) {
                            return 7 * x;
                        }
                    }
                    static double guarded(double x) {
                        return 10 * x;
                    }
                    static double bare(double x) {
                        return 3 * x;
                    }
                    @Differentiable
                    static double f(double x, double hidden) {
                        Fraction fraction = new Fraction() {
                            @Override
                            protected double getA(int n, double x) {
                                return 1 + n;
                            }
                            @Override
                            protected double getB(int n, double x) {
                                return guarded(x) * hidden;
                            }
                        };
                        Base base = new Base() {
                            @Override
                            double get(double x) {
                                return own(x) * hidden + bare(x);
                            }
                            double own(double x) {
                                return x * x * x;
                            }
                        };
                        return fraction.evaluate(x, 5) + base.get(x) + base.twice(x);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, true).at(0.7, 1.2).at(0.3, -0.2);
    }

    /** A lambda inside an anonymous class inside a lambda, each with captures of its own. */
    @Test
    void nested() {
        Differentiated.of("""
                        interface Field {
                            double at(double x, double y);
                            default double along(java.util.function.DoubleUnaryOperator path, double t) {
                                return at(t, path.applyAsDouble(t));
                            }
                        }
                        @Differentiable
                        static double f(double a, double b) {
                            java.util.function.DoubleUnaryOperator outer = p -> {
                                Field field = new Field() {
                                    @Override
                                    public double at(double x, double y) {
                                        java.util.function.DoubleUnaryOperator inner = q -> q * a * scaled(x) + p;
                                        return inner.applyAsDouble(y) * b;
                                    }
                                    double scaled(double x) {
                                        return x * p;
                                    }
                                };
                                return field.along(s -> s * b + p, a);
                            };
                            return outer.applyAsDouble(a) + outer.applyAsDouble(3);
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4);
    }

    /** Values that are not active stay what they are: numbers, strings, objects. */
    @Test
    void inactiveCaptures() {
        Differentiated.of("""
                        abstract static class Rule {
                            abstract double weight(int i);
                            double apply(double[] at) {
                                double sum = 0;
                                for (int i = 0; i < at.length; i++) {
                                    sum += weight(i) * at[i];
                                }
                                return sum;
                            }
                        }
                        @Differentiable
                        static double f(double[] a, @Constant double[] weights, int shift) {
                            String name = "rule" + shift;
                            Rule rule = new Rule() {
                                @Override
                                double weight(int i) {
                                    return weights[(i + shift) % weights.length] * name.length();
                                }
                            };
                            return rule.apply(a);
                        }
                        """, "f")
                .at(new double[] {1, 2}, new double[] {3, 4, 5}, 1)
                .at(new double[] {-1, 0.2}, new double[] {0.3, 4}, 12);
    }
}
