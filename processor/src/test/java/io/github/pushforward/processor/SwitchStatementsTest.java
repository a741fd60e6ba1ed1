package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** {@code switch} as a statement: which cases run, and what they leave behind. */
class SwitchStatementsTest {

    @Test
    void fallThroughWithDefaultInTheMiddle() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("fallthrough")
                        static double f(double x, int n) {
                            double y = 1;
                            switch (n) {
                                case 0:
                                case 1:
                                    y = x * x;
                                default:
                                    y += Math.sin(x);
                                    break;
                                case 2:
                                    y *= x;
                                case 3:
                                    y -= x / y;
                            }
                            return y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 3).at(0.7, 4);
    }

    @Test
    void arrows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, double[] a) {
                            double y = x;
                            switch (n) {
                                case 0, 1 -> y = Math.exp(x) * y;
                                case 2 -> {
                                    double t = x * y;
                                    y += t * t;
                                }
                                case 3 -> throw new IllegalArgumentException("three: " + x);
                                case 4 -> a[0] = y * y;
                                case 5 -> {}
                                case 6 -> {
                                    return a[0];
                                }
                                default -> y = 1;
                            }
                            return y * a[0];
                        }
                        """, "f")
                .at(0.7, 0, new double[] {2})
                .at(0.7, 1, new double[] {2})
                .at(0.7, 2, new double[] {2})
                .fails(IllegalArgumentException.class, 0.7, 3, new double[] {2})
                .at(0.7, 4, new double[] {2})
                .at(0.7, 5, new double[] {2})
                .at(0.7, 6, new double[] {2})
                .at(0.7, 7, new double[] {2});
    }

    @Test
    void noCaseApplies() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            switch (n) {
                                case 1:
                                    return x * x;
                                case 2:
                                    x *= 3;
                            }
                            switch (n) {
                                case 7 -> x = Math.cos(x);
                            }
                            switch (n) {
                            }
                            return x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 7);
    }

    /** A variable that one case declares is in sight of the next ones, and so is its tangent. */
    @Test
    void variablesAcrossCases() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y;
                            switch (n) {
                                case 0:
                                    double t = x * x, u;
                                    y = t + 1;
                                    break;
                                case 1:
                                    t = Math.sin(x);
                                    u = t * t;
                                    y = u * x;
                                    break;
                                default: {
                                    double v = Math.exp(x);
                                    y = v * v;
                                }
                            }
                            return y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    @Test
    void everyKindOfInteger() {
        Differentiated.of("""
                        static final int TWO = 2;
                        private static final char LETTER = 'q';
                        @Differentiable
                        static double f(double x, int n) {
                            final int three = 3;
                            char c = (char) ('a' + n);
                            byte b = (byte) n;
                            short s = (short) -n;
                            Integer boxed = n;
                            switch (c) {
                                case 'a' -> x *= 2;
                                case 98 -> x *= 3;
                                case 'a' + TWO -> x *= x;
                                case '\\'', '\\\\', LETTER -> x = 1;
                                default -> x += 1;
                            }
                            switch (b) {
                                case -128 -> x -= 1;
                                case TWO -> x = Math.sin(x);
                                case three -> x = Math.cos(x);
                                default -> {}
                            }
                            switch (s) {
                                case -1: x /= 3; break;
                                case -TWO: x /= 5;
                            }
                            switch (boxed) {
                                case 0 -> x *= 7;
                                default -> x = -x;
                            }
                            return x;
                        }
                        """, "f")
                .at(0.7, 0)
                .at(0.7, 1)
                .at(0.7, 2)
                .at(0.7, 3)
                .at(0.7, 16)
                .at(0.7, -58);
    }

    @Test
    void strings() {
        Differentiated.of("""
                        static final String LINEAR = "linear";
                        private static final String SQUARE = "sq\\"uare";
                        @Differentiable
                        static double f(double x, String kernel) {
                            switch (kernel) {
                                case LINEAR:
                                    return 2 * x;
                                case SQUARE:
                                case "Aa":
                                    return x * x;
                                case "BB":
                                    x = Math.exp(x);
                                    break;
                            }
                            return x;
                        }
                        """, "f")
                .at(0.7, "linear")
                .at(0.7, "sq\"uare")
                .at(0.7, "Aa")
                .at(0.7, "BB")
                .at(0.7, "")
                .fails(NullPointerException.class, 0.7, null);
    }

    @Test
    void enums() {
        Differentiated.of("""
                        enum Kind { LINEAR, SQUARE, OTHER }
                        @Differentiable
                        static double f(double x, int n) {
                            Kind kind = n == 0 ? Kind.LINEAR : n == 1 ? Kind.SQUARE : Kind.OTHER;
                            switch (kind) {
                                case LINEAR:
                                    x *= 2;
                                    break;
                                case SQUARE:
                                    x *= x;
                            }
                            switch (kind) {
                                case SQUARE, OTHER -> x += 1;
                                case LINEAR -> x -= 1;
                            }
                            return x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    /** The selector is evaluated once, before everything else, whatever it does. */
    @Test
    void selectorsWithEffects() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i) {
                            switch (i++) {
                                case 0 -> a[i] *= x;
                                case 1 -> a[0] += a[i] * i;
                                default -> {}
                            }
                            switch (shift(a, x) + i) {
                                case 1 -> a[0] += x;
                                case 2 -> a[1] *= a[0];
                                default -> a[0] /= x;
                            }
                            switch ((int) (a[2] = x * a[0])) {
                                case 0:
                                    return a[2];
                                default:
                                    return a[2] * i;
                            }
                        }
                        static int shift(double[] a, double x) {
                            a[0] *= x;
                            return a[0] > 1 ? 0 : 1;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.7, 0)
                .at(new double[] {1, 2, 3}, 1.7, 1)
                .at(new double[] {1, 2, 3}, 0.2, 2)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1}, 0.7, 0)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1, 2}, 0.7, 1);
    }

    @Test
    void insideLoops() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double sum = 0;
                            outer:
                            for (double t = x; t < 20; t = Math.exp(t / 4) + t) {
                                for (int i = 0; i < a.length; i++) {
                                    switch (i % 5) {
                                        case 0:
                                            sum += a[i] * t;
                                            continue;
                                        case 1:
                                            if (sum > 30) {
                                                break outer;
                                            }
                                            sum *= 1.5;
                                            break;
                                        case 2:
                                            if (t > 4) {
                                                continue outer;
                                            }
                                        case 3:
                                            sum -= t;
                                            break;
                                        default:
                                            return sum;
                                    }
                                    sum += i;
                                }
                                sum += t * t;
                            }
                            return sum;
                        }
                        """.replace("@Differentiable", "@Differentiable @SuppressWarnings(\"fallthrough\")"), "f")
                .at(new double[] {1.5}, 0.7)
                .at(new double[] {1.5, 2.5}, 0.7)
                .at(new double[] {1.5, 2.5, 3.5}, 0.7)
                .at(new double[] {1.5, 2.5, 3.5, 4.5}, 0.7)
                .at(new double[] {1.5, 2.5, 3.5, 4.5, 5.5}, 0.7);
    }

    @Test
    void continueToATestThatTakesStatements() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            int i = 0;
                            do {
                                switch (++i % 3) {
                                    case 0:
                                        continue;
                                    case 1:
                                        y += x;
                                        break;
                                    default:
                                        if (i > n) {
                                            return y;
                                        }
                                }
                                y *= x;
                            } while ((y = y * 1.125) < 50 && i < 12);
                            while (true) {
                                switch (n) {
                                    case 0:
                                        return y;
                                    default:
                                        n--;
                                        y *= x;
                                }
                            }
                        }
                        """, "f").at(1.7, 0).at(0.7, 3).at(0.9, 40);
    }

    @Test
    void nestedSwitches() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, int m) {
                            double y = 0;
                            all:
                            switch (n) {
                                case 0:
                                    switch (m) {
                                        case 0:
                                            y = x;
                                            break;
                                        case 1:
                                            y = x * x;
                                            break all;
                                        default:
                                            y = 3;
                                    }
                                    y *= x;
                                    break;
                                default:
                                    switch (m) {
                                        case 0 -> y = Math.sin(x);
                                        case 1 -> { break all; }
                                        default -> y = -x;
                                    }
                                    y += x;
                            }
                            return y + x;
                        }
                        """, "f")
                .at(0.7, 0, 0)
                .at(0.7, 0, 1)
                .at(0.7, 0, 2)
                .at(0.7, 1, 0)
                .at(0.7, 1, 1)
                .at(0.7, 1, 2);
    }

    /** After a switch that is left by no case there is nothing, in the generated method as in the original. */
    @Test
    void noWayOut() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            do {
                                switch (n) {
                                    case 0 -> { return x; }
                                    case 1 -> { n = 0; x *= x; continue; }
                                    default -> throw new IllegalStateException();
                                }
                            } while (count(x) < (x = x + 1));
                            return x;
                        }
                        static double count(double x) {
                            return x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).fails(IllegalStateException.class, 0.7, 2);
    }
}
