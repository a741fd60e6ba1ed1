package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code switch} as an expression: value and tangent come from the same case. */
class SwitchExpressionsTest {

    @Test
    void returned() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            return switch (n) {
                                case 0 -> x * x;
                                case 1, 2 -> {
                                    double t = Math.exp(x);
                                    yield t * n;
                                }
                                case 3 -> 5;
                                case 4 -> throw new IllegalArgumentException();
                                default -> {
                                    if (x > 1) {
                                        yield Math.sin(x);
                                    }
                                    yield -x;
                                }
                            };
                        }
                        """, "f")
                .at(0.7, 0)
                .at(0.7, 1)
                .at(0.7, 2)
                .at(0.7, 3)
                .fails(IllegalArgumentException.class, 0.7, 4)
                .at(0.7, 5)
                .at(1.7, 5)
                .tangentIs(0, new Object[] {0.7, 3}, 1.0);
    }

    @Test
    void assignedInEveryWay() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, double[] a) {
                            final double y = switch (n) {
                                case 0 -> x * x;
                                default -> Math.cos(x);
                            };
                            double z;
                            z = switch (n) {
                                case 0 -> y;
                                default -> y * x;
                            };
                            z = (switch (n) {
                                case 0 -> z * z;
                                case 1 -> { z = z + 1; yield z * x; }
                                default -> 1;
                            });
                            z += switch (n) { case 2 -> x; default -> z; };
                            a[n] = switch (n) { case 2 -> z; default -> a[0] = x; };
                            a[n] *= switch (n) { case 2 -> z; default -> a[n] = x * x; };
                            double[] row = {z, switch (n) { case 1 -> x; default -> 2 * z; }};
                            return a[n] + row[0] * row[1] + z;
                        }
                        """, "f")
                .at(0.7, 0, new double[] {1, 2, 3})
                .at(0.7, 1, new double[] {1, 2, 3})
                .at(0.7, 2, new double[] {1, 2, 3});
    }

    @Test
    void oldForm() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("fallthrough")
                        static double f(double x, int n) {
                            double y = switch (n) {
                                case 0:
                                    x *= 2;
                                case 1:
                                    yield x * x;
                                default:
                                    double t = x;
                                    while (true) {
                                        t *= 1.5;
                                        if (t > 10) {
                                            yield t;
                                        }
                                        switch (n--) {
                                            case 2:
                                                yield t * x;
                                            default:
                                                break;
                                        }
                                    }
                            };
                            return y * x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 3).at(6.7, 30);
    }

    /** Of an expression whose cases run on javac does not warn; of the statement that it becomes it would (seed 6002474 of the mutated sources). */
    @Test
    void runsOnWithoutAWarning() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = switch (n) {
                                case 0:
                                    x *= 2;
                                default:
                                    yield x * x;
                            };
                            return y * x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1);
    }

    /** As an operand: what stands before it is evaluated before it, what stands after it later. */
    @Test
    void amongOperands() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i) {
                            double y = a[0] * switch (i++) {
                                case 0 -> {
                                    a[0] = x;
                                    yield a[0] + i;
                                }
                                case 1 -> a[i] *= x;
                                default -> a[i + 1];
                            } + a[0] * i;
                            return Math.exp(switch (i) { case 1 -> y; default -> -y / 10; }) - g(x, switch (i) {
                                case 1 -> 2;
                                default -> x;
                            });
                        }
                        static double g(double u, double v) {
                            return u * v;
                        }
                        """, "f")
                .at(new double[] {0.5, 2, 3}, 0.7, 0)
                .at(new double[] {0.5, 2, 3}, 0.7, 1)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {0.5, 2, 3}, 0.7, 2)
                .at(new double[] {0.5, 2, 3, 4, 5}, 0.7, 2);
    }

    @Test
    void lazily() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, double[] a) {
                            double y = n > 1 ? switch (n) { case 2 -> a[2] *= x; default -> x; } : a[0];
                            if (n > 0 && switch (n) { case 1 -> x > 0.5; default -> (a[1] = x * y) > 0; }) {
                                y *= x;
                            }
                            boolean test = switch (n) { case 0 -> y > x; default -> false; };
                            while (switch (n) { case 3 -> (x *= 1.5) < 5; default -> false; }) {
                                y += x;
                            }
                            for (int i = 0; i < switch (n) { case 0 -> 3; default -> i + 1; } && i < 4; i++) {
                                y -= x * i;
                            }
                            return test ? y : y * a[1];
                        }
                        """, "f")
                .at(0.7, 0, new double[] {1, 2, 3})
                .at(0.7, 1, new double[] {1, 2, 3})
                .at(0.3, 1, new double[] {1, 2, 3})
                .at(0.7, 2, new double[] {1, 2, 3})
                .at(0.7, 3, new double[] {1, 2, 3})
                .fails(ArrayIndexOutOfBoundsException.class, 0.7, 2, new double[] {1, 2});
    }

    /** Over integers alone it stays an expression, unless it has effects beside numbers that carry a derivative. */
    @Test
    void integers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            int k = switch (n) {
                                case 0 -> 3;
                                case 1 -> {
                                    int sum = 0;
                                    for (int i = 0; i < 4; i++) {
                                        sum += i;
                                    }
                                    yield sum;
                                }
                                default -> n * 2;
                            };
                            double y = x * switch (k) { case 3 -> 1; default -> k; };
                            y *= switch (n++) { case 0 -> n; case 1 -> ++n; default -> 2; } * x + n;
                            y += power(x, switch (n) { case 1 -> 2; default -> 3; });
                            return y / switch (n) { case 1 -> 'a'; default -> (char) (n + 1); };
                        }
                        private static double power(double x, int n) {
                            return n == 2 ? x * x : x * x * x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(-0.7, 5);
    }

    @Test
    void nested() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, int m) {
                            return switch (n) {
                                case 0 -> switch (m) {
                                    case 0 -> x;
                                    default -> {
                                        double y = switch (m + n) { case 1 -> x * x; default -> Math.sin(x); };
                                        yield y * switch (m) { case 2 -> y; default -> 1 + x; };
                                    }
                                };
                                default -> {
                                    for (int i = 0; ; i++) {
                                        if (i == m) {
                                            yield x * i;
                                        }
                                        x *= switch (i) { case 0 -> 2; default -> x; };
                                    }
                                }
                            };
                        }
                        """, "f")
                .at(0.7, 0, 0)
                .at(0.7, 0, 1)
                .at(0.7, 0, 2)
                .at(0.7, 1, 0)
                .at(0.7, 1, 1)
                .at(0.7, 1, 3);
    }

    @Test
    void arrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, double x, int n) {
                            double[] c = switch (n) {
                                case 0 -> a;
                                case 1 -> b;
                                case 2 -> new double[] {x, x * x};
                                default -> new double[2];
                            };
                            c[0] *= x;
                            (switch (n) { case 0 -> b; default -> a; })[1] += x;
                            double sum = 0;
                            for (double element : switch (n) { case 0 -> a; default -> c; }) {
                                sum += element;
                            }
                            return sum + a[0] * b[1];
                        }
                        """, "f")
                .at(new double[] {1, 2}, new double[] {3, 4}, 0.7, 0)
                .at(new double[] {1, 2}, new double[] {3, 4}, 0.7, 1)
                .at(new double[] {1, 2}, new double[] {3, 4}, 0.7, 2)
                .at(new double[] {1, 2}, new double[] {3, 4}, 0.7, 3);
    }

    /** As a value that is assigned, every result is converted at once; by itself, to the common type first. */
    @Test
    void conversions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, @Constant float single) {
                            long odd = (1L << 40) + 1;
                            double direct = switch (n) { case 0 -> odd; default -> single; };
                            double common = 0 + switch (n) { case 0 -> odd; default -> single; };
                            byte small = switch (n) { case 0 -> 100; default -> 28; };
                            var letter = switch (n) { case 0 -> 'a'; default -> 98; };
                            double argument = take(switch (n) { case 0 -> odd; default -> single; });
                            return (direct - common + argument - direct) * x + small + letter / 2;
                        }
                        static double take(double value) {
                            return value;
                        }
                        """, "f").at(0.7, 0, 1.5f).at(0.7, 1, 1.5f).tangentIs(1.0, new Object[] {0.7, 0, 1.5f}, 1.0);
    }

    @Test
    void definiteAssignment() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y, z;
                            int k;
                            double sum = x * switch (n) {
                                case 0 -> { y = x; k = 1; yield y; }
                                default -> { y = x * x; k = 2; yield 3; }
                            };
                            if (switch (n) { case 0 -> (z = y * x) > 0; default -> (z = y) > 1; }) {
                                sum += z;
                            }
                            return sum * y + z * k;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(1.7, 0).at(1.7, 1);
    }

    @Test
    void boxes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Double box = x * x;
                            Double y = switch (n) { case 0 -> box; case 1 -> x; default -> null; };
                            double z = 2 * switch (n) { case 0 -> box; case 1 -> 3; default -> y; };
                            double w = switch (Integer.valueOf(n)) { case 0 -> y; default -> box; };
                            return take(switch (n) { case 0 -> box; default -> x; }) * y + z * w;
                        }
                        static double take(double value) {
                            return value * value;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).fails(NullPointerException.class, 0.7, 2);
    }

    /** Where assertions are off nothing of it runs. */
    @Test
    void inAssertionsAndMessages() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            assert switch (n) { case 0 -> x > 0; default -> true; } : "negative";
                            if (n > 1) {
                                throw new IllegalArgumentException(switch (n) { case 2 -> "two"; default -> "many: " + x; });
                            }
                            return x * x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).fails(IllegalArgumentException.class, 0.7, 2);
    }

    /** A helper that is called with plain values is copied, whatever it contains. */
    @Test
    void inCopies() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, @Constant double c) {
                            return x * weight(c, n);
                        }
                        private static double weight(double c, int n) {
                            return switch (n) {
                                case 0 -> c;
                                case 1 -> {
                                    double d = c * c;
                                    yield d + table(switch (n) { case 1 -> 2; default -> 3; });
                                }
                                default -> throw new IllegalStateException();
                            };
                        }
                        private static double table(int n) {
                            switch (n) {
                                case 2:
                                    return 4;
                                default:
                                    return 5;
                            }
                        }
                        """, "f").at(0.7, 0, 1.5).at(0.7, 1, 1.5).fails(IllegalStateException.class, 0.7, 2, 1.5);
    }

    /** A switch over all constants of an enum fails for one that it was not compiled with, before anything else happens. */
    @Test
    void enumConstantOfALaterVersion() throws ClassNotFoundException {
        String kind = """
                package demo;
                enum Kind { LINEAR, SQUARE }
                """;
        Compiled compiled =
                Compiled.sources(Compiled.demo("""
                @Differentiable
                static double returned(double x, int n) {
                    return switch (Kind.values()[n]) {
                        case LINEAR -> x;
                        case SQUARE -> x * x;
                    };
                }
                @Differentiable
                static double assigned(double x, int n) {
                    double y = 2 * switch (Kind.values()[n]) {
                        case LINEAR:
                            yield x;
                        case SQUARE:
                            yield x * x;
                    };
                    return y;
                }
                @Differentiable
                static double copied(double x, int n) {
                    return x * weight(n);
                }
                private static double weight(int n) {
                    return switch (Kind.values()[n]) {
                        case LINEAR -> 1;
                        case SQUARE -> 2;
                    };
                }
                @Differentiable
                static double statement(double x, int n) {
                    switch (Kind.values()[n]) {
                        case LINEAR -> x *= 2;
                        case SQUARE -> x *= x;
                    }
                    return x;
                }
                """), kind).replacing(kind.replace("SQUARE", "SQUARE, CUBE"));
        Class<? extends Throwable> unmatched = Runtime.version().feature() < 21
                ? IncompatibleClassChangeError.class
                : Class.forName("java.lang.MatchException").asSubclass(Throwable.class);

        for (String method : List.of("returned", "assigned", "copied")) {
            Differentiated.method(compiled, method, true, false)
                    .at(0.7, 0)
                    .at(0.7, 1)
                    .fails(unmatched, 0.7, 2);
        }
        Differentiated.method(compiled, "statement", true, false)
                .at(0.7, 0)
                .at(0.7, 1)
                .at(0.7, 2);
    }
}
