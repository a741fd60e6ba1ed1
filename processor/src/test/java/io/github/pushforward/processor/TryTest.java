package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** {@code try}: what a handler sees of values is what it sees of tangents. */
class TryTest {

    /** One element is written, the next statement throws: value and tangent of the first have both changed. */
    @Test
    void handlerSeesWhatWasWritten() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i, int n) {
                            double b = 2 * x;
                            try {
                                a[i] = x * x;
                                b = a[i + 1] * (1 / n);
                                a[0] *= b;
                            } catch (ArithmeticException e) {
                                return a[i] * b;
                            } catch (IndexOutOfBoundsException e) {
                                b += a[0];
                            }
                            return a[0] + b;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.7, 0, 1)
                .at(new double[] {1, 2, 3}, 0.7, 0, 0)
                .at(new double[] {1, 2, 3}, 0.7, 2, 0)
                .at(new double[] {1, 2, 3}, 0.7, 3, 0)
                .fails(NullPointerException.class, null, 0.7, 0, 0);
    }

    /** The statement that throws half-way changes neither, whichever of the two the generated code would write first. */
    @Test
    void handlerSeesNothingOfTheStatementThatThrows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int[] k, int i, int n) {
                            double y = x;
                            try {
                                a[i] = a[i] * a[i] * x + a[k[0]] * (k[0] / n);
                            } catch (ArithmeticException e) {
                                y = 2 * x;
                            }
                            try {
                                a[i] = a[k[0]] * a[i] + (k[0] / n);
                            } catch (ArithmeticException e) {
                                y *= x;
                            }
                            try {
                                y = y * y * a[i + k[0]] - 1 / n;
                            } catch (ArithmeticException | IndexOutOfBoundsException e) {
                                y += x;
                            }
                            try {
                                a[i + 1] *= a[i] * y + a[i + n] * a[i + 1];
                            } catch (RuntimeException e) {
                                a[0] -= x;
                            }
                            return a[i] * y;
                        }
                        """, "f")
                .at(new double[] {1.5, 2}, 0.7, new int[] {1}, 0, 1)
                .at(new double[] {1.5, 2}, 0.7, new int[] {1}, 0, 0)
                .at(new double[] {1.5, 2}, 0.7, new int[] {1}, 0, 2)
                .at(new double[] {1.5, 2}, 0.7, new int[] {1}, 1, 1)
                .at(new double[] {1.5, 2}, 0.7, new int[] {1}, 1, 0);
    }

    /** A variable that a later operand assigns is not assigned where an earlier one throws. */
    @Test
    void operandThatThrowsBeforeAVariableIsAssigned() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i, int n) {
                            double y = x;
                            int k = 0;
                            try {
                                a[0] = (1 / n) * (y = y * x) + a[i] * (k = 3);
                            } catch (ArithmeticException | IndexOutOfBoundsException e) {
                                y += k * x;
                            }
                            try {
                                a[0] *= a[i] * a[k++];
                                y += (1 / (n - 1)) * switch (i) {
                                    case 1 -> {
                                        y *= x;
                                        yield y;
                                    }
                                    default -> x;
                                };
                            } catch (ArithmeticException | IndexOutOfBoundsException e) {
                                y *= a[0] * k;
                            }
                            return y;
                        }
                        """, "f")
                .at(new double[] {1.5, 2, 3, 4}, 0.7, 1, 2)
                .at(new double[] {1.5, 2, 3, 4}, 0.7, 1, 1)
                .at(new double[] {1.5, 2, 3, 4}, 0.7, 1, 0)
                .at(new double[] {1.5, 2, 3, 4}, 0.7, 5, 2)
                .at(new double[] {1.5, 2, 3, 4}, 0.7, 5, 0);
    }

    /** What a helper wrote before it threw stays written. */
    @Test
    void helpersThatThrow() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            double y = 1;
                            double z = x;
                            try {
                                y = (z = z * x) + fill(a, x, n);
                                z = 5;
                            } catch (IndexOutOfBoundsException e) {
                                y = a[a.length - 1] * y;
                            } catch (IllegalStateException e) {
                                y = 2 * a[0];
                            }
                            return y * z + a[1];
                        }
                        static double fill(double[] a, double x, int n) {
                            for (int i = 0; i <= n; i++) {
                                if (i == 5) {
                                    throw new IllegalStateException("too far: " + x);
                                }
                                a[i] = a[i] * x + i;
                            }
                            return a[0];
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.7, 1)
                .at(new double[] {1, 2, 3}, 0.7, 3)
                .at(new double[] {1, 2, 3, 4, 5, 6}, 0.7, 7);
    }

    @Test
    void lastThings() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            double y = x;
                            for (int i = 0; i < 4; i++) {
                                try {
                                    y *= x;
                                    if (i == n) {
                                        continue;
                                    }
                                    if (i == n + 1) {
                                        break;
                                    }
                                    if (i == n + 3) {
                                        return y * a[0];
                                    }
                                    y += a[i];
                                } finally {
                                    y += x * i;
                                    a[0] *= y;
                                }
                                y = Math.sin(y);
                            }
                            return y;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3, 4}, 0.7, 0)
                .at(new double[] {1, 2, 3, 4}, 0.7, 1)
                .at(new double[] {1, 2, 3, 4}, 0.7, -1)
                .at(new double[] {1, 2, 3, 4}, 0.7, -3)
                .at(new double[] {1, 2, 3, 4}, 0.7, 7)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1, 2}, 0.7, 7);
    }

    /** The value of {@code return} is settled before the last things are done; an array is returned as it is then. */
    @Test
    void returnedBeforeTheLastThings() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            try {
                                if (n == 0) {
                                    return y * x;
                                }
                                y = (1 + 1 / n) * y;
                                return y;
                            } catch (ArithmeticException e) {
                                y = 3 * x;
                                return y;
                            } finally {
                                y = y * y;
                                x = 0;
                            }
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double[] a, double x) {
                            try {
                                return a;
                            } finally {
                                a[0] *= x;
                            }
                        }
                        """, "f").at(new double[] {1.5, 2}, 0.7);
    }

    @Test
    @SuppressWarnings("finally")
    void lastThingsThatNeverEnd() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("finally")
                        static double f(double x, int n) {
                            double y = 0;
                            do {
                                try {
                                    y = x * x;
                                    if (n == 0) {
                                        continue;
                                    }
                                    y = x + 1 / (n - 1);
                                } finally {
                                    if (n == 3) {
                                        break;
                                    }
                                    return y * x + n;
                                }
                            } while ((y = y + x) < 2);
                            return y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 3);
    }

    @Test
    void assignedInEveryBranch() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i) {
                            double y, z;
                            int k;
                            try {
                                y = a[i] * x;
                                k = 1;
                            } catch (NullPointerException e) {
                                y = x * x;
                                k = 2;
                            } catch (ArrayIndexOutOfBoundsException e) {
                                throw new IllegalArgumentException("no element " + i + " for " + x, e);
                            } finally {
                                z = 3 * x;
                            }
                            return y * z * k;
                        }
                        """, "f")
                .at(new double[] {1.5}, 0.7, 0)
                .fails(IllegalArgumentException.class, new double[] {1.5}, 0.7, 1);
    }

    @Test
    void thrownAgain() {
        Differentiated.of("""
                        static class Nested extends RuntimeException {
                            private static final long serialVersionUID = 1;
                        }
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            try {
                                try {
                                    a[0] *= x;
                                    if (n > 3) {
                                        throw new Nested();
                                    }
                                    a[1] = x / n * (1 / n);
                                } catch (ArithmeticException | Nested e) {
                                    a[0] += x;
                                    if (n == 4) {
                                        return a[0];
                                    }
                                    throw e;
                                } catch (final RuntimeException e) {
                                    RuntimeException other = e;
                                    throw other;
                                } finally {
                                    a[0] *= 2;
                                }
                            } catch (Nested e) {
                                a[0] *= a[0];
                            }
                            return a[0] * x;
                        }
                        """, "f")
                .at(new double[] {1.5, 2}, 0.7, 1)
                .at(new double[] {1.5, 2}, 0.7, 4)
                .at(new double[] {1.5, 2}, 0.7, 5)
                .fails(ArithmeticException.class, new double[] {1.5, 2}, 0.7, 0)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1.5}, 0.7, 1);
    }

    /** A resource carries no derivative; it is closed before the handlers run. */
    @Test
    void resources() {
        Differentiated.of("""
                        static final class Log implements AutoCloseable {
                            final int[] events;
                            Log(int[] events, int first) {
                                this.events = events;
                                events[0] = 10 / first;
                            }
                            @Override
                            public void close() {
                                events[1] += events[0] * 3;
                            }
                        }
                        @Differentiable
                        static double f(double x, int[] events, int n) {
                            double y = x;
                            try (Log log = new Log(events, n); Log second = new Log(events, n - 1)) {
                                y = x * log.events[0] + 1 / (n - 2);
                                y *= second.events[1];
                            } catch (ArithmeticException e) {
                                y = y * x + events[1];
                            }
                            Log third = new Log(events, 2);
                            try (third) {
                                return y * x;
                            } finally {
                                events[1]++;
                            }
                        }
                        """, "f")
                .at(0.7, new int[] {1, 2}, 3)
                .at(0.7, new int[] {1, 2}, 2)
                .at(0.7, new int[] {1, 2}, 1)
                .at(0.7, new int[] {1, 2}, 0)
                .at(0.7, new int[] {1, 2}, 5);
    }

    @Test
    void insideSwitchExpressions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            double y = 1;
                            y = switch (n) {
                                case 0 -> {
                                    try {
                                        yield a[2] * x;
                                    } catch (ArrayIndexOutOfBoundsException e) {
                                        yield -x;
                                    } finally {
                                        a[0] = y * x;
                                    }
                                }
                                case 1 -> {
                                    try {
                                        y = x;
                                        yield y + 1 / (n - 1);
                                    } catch (ArithmeticException e) {
                                        y *= 3;
                                    }
                                    yield y * x;
                                }
                                default -> y;
                            };
                            return y * a[0];
                        }
                        """, "f")
                .at(new double[] {1.5, 2}, 0.7, 0)
                .at(new double[] {1.5, 2, 3}, 0.7, 0)
                .at(new double[] {1.5, 2}, 0.7, 1)
                .at(new double[] {1.5, 2}, 0.7, 2);
    }

    @Test
    void nothingInside() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            try {
                            } finally {
                                x *= x;
                            }
                            try {
                                x *= 3;
                            } catch (RuntimeException e) {
                            }
                            return x;
                        }
                        """, "f").at(0.7);
    }

    /** What an exception was given can come out of it, but not with its derivative. */
    @Test
    void numberOutOfAnException() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            try {
                                throw new IllegalArgumentException("" + x);
                            } catch (IllegalArgumentException e) {
                                return Double«.parseDouble(e.getMessage());
                            }
                        }
                        """).with("NoTangent", "java.lang.Double.parseDouble", "by arithmetic");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22, disabledReason = "unnamed variables are of JDK 22")
    void unnamedExceptions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            try {
                                x *= 1 / n;
                                try {
                                    x *= x + 1 / (n - 1);
                                } catch (ArithmeticException _) {
                                    x += 1;
                                }
                            } catch (ArithmeticException _) {
                                x = 3 * x;
                            }
                            return x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }
}
