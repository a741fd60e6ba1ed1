package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** No silent zero: whatever would lose a derivative is an error where it is lost. */
class LostDerivativeErrorsTest {

    @Test
    void callIntoAnUnknownClass() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return x * Elsewhere«.g(x);
                            }
                        }
                        """, """
                        package demo;
                        final class Elsewhere {
                            static double g(double x) {
                                return x;
                            }
                        }
                        """).with("NoTangent", "demo.Elsewhere.g", "annotate g with @Differentiable");
    }

    @Test
    void callIntoALibrary() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x) {
                            return java.awt.geom.Point2D«.distance(x[0], x[1], 0, 0);
                        }
                        """).with("NoTangent", "java.awt.geom.Point2D.distance", "write its formula here");
    }

    @Test
    void libraryCallThatWritesAnActiveArray() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x) {
                            java.util.Arrays«.parallelSort(x);
                            return x[0];
                        }
                        """).with("NoTangent", "java.util.Arrays.parallelSort");
    }

    @Test
    void libraryCallThatCopiesAnActiveArray() {
        Refused.members("""
                        @Differentiable
                        static double f(double[][] x) {
                            var rows = java.util.Arrays«.asList(x);
                            return x[0][0];
                        }
                        """).with("NoTangent", "java.util.Arrays.asList");
    }

    @Test
    void libraryCallOnConstantsIsFine() {
        Compiled.members("""
                @Differentiable
                static double f(double x, @Constant double[] y) {
                    return x * Double.sum(y[0], y[1]) * Integer.bitCount(y.length);
                }
                """);
    }

    @Test
    void comparisonsOfActiveValuesAreFine() {
        Compiled.members("""
                @Differentiable
                static double f(double x, double y) {
                    if (Double.isNaN(x) || Double.compare(x, y) < 0) {
                        return y * y;
                    }
                    return x * y;
                }
                """);
    }

    @Test
    void bitsToNumber() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return Double«.longBitsToDouble(Double.doubleToLongBits(x) + 1);
                        }
                        """).with("NoTangent", "java.lang.Double.longBitsToDouble", "bits");
    }

    @Test
    void bitsToNumberByWayOfAVariable() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            long bits = Double.doubleToRawLongBits(x);
                            bits ^= 1;
                            return x * Double«.longBitsToDouble(bits);
                        }
                        """).with("NoTangent", "java.lang.Double.longBitsToDouble");
    }

    @Test
    void bitsToFloat() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return Float«.intBitsToFloat(Float.floatToIntBits((float) x));
                        }
                        """).with("NoTangent", "java.lang.Float.intBitsToFloat");
    }

    @Test
    void bitsInAHelper() {
        Refused.members("""
                        static double next(double x) {
                            return Double«.longBitsToDouble(Double.doubleToLongBits(x) + 1);
                        }
                        @Differentiable
                        static double f(double x) {
                            return next(x);
                        }
                        """).with("NoTangent", "java.lang.Double.longBitsToDouble");
    }

    @Test
    void bitsOfConstantsAreFine() {
        Compiled.members("""
                @Differentiable
                static double f(double x, long bits) {
                    return x * Double.longBitsToDouble(bits);
                }
                """);
    }

    @Test
    void constantArrayReceivesAnActiveValue() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, @Constant double[] c) {
                            c[0] «= x;
                            return c[0] * x;
                        }
                        """).with("ConstantReceivesActiveValue", "the constant array c", "remove @Constant");
    }

    /** Regression: the error stood at the method, and not at the loop. */
    @Test
    void elementOfAListThatWasGivenActiveValues() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x) {
                            java.util.List<Double> squares = new java.util.ArrayList<>();
                            for (double each : x) {
                                squares.add(each * each);
                            }
                            double sum = 0;
                            for (double «square : squares) {
                                sum += square;
                            }
                            return sum;
                        }
                        """).with("NoTangent", "the element square is a number out of an object");
    }

    @Test
    void constantArrayAccumulatesAnActiveValue() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x, @Constant double[] c) {
                            for (int i = 0; i < x.length; i++) {
                                c[i] «+= x[i];
                            }
                            return c[0] * x[0];
                        }
                        """).with("ConstantReceivesActiveValue", "the constant array c");
    }

    @Test
    void constantMatrixReceivesAnActiveRow() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x, @Constant double[][] c) {
                            c[1] «= x;
                            return c[1][0] * x[0];
                        }
                        """).with("ConstantReceivesActiveValue", "the constant array c");
    }

    @Test
    void constantArrayByAnotherName() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, @Constant double[][] c) {
                            double[] row = c[0];
                            row[1] «= 2 * x;
                            return c[0][1];
                        }
                        """).with("ConstantReceivesActiveValue", "the constant array c");
    }

    @Test
    void constantArrayInAHelper() {
        Refused.members("""
                        static void put(double[] into, double x) {
                            into[0] = x;
                        }
                        @Differentiable
                        static double f(double x, @Constant double[] c) {
                            «put(c, x);
                            return c[0];
                        }
                        """).with("ConstantReceivesActiveValue", "the constant array c");
    }

    @Test
    void staticArrayReceivesAnActiveValue() {
        Refused.members("""
                        static final double[] MEMORY = new double[3];
                        @Differentiable
                        static double f(double x) {
                            MEMORY[0] «= x;
                            return MEMORY[0];
                        }
                        """).with("ConstantReceivesActiveValue", "MEMORY");
    }

    @Test
    void constantScalarReceivesAnActiveValueIsFine() {
        Compiled.members("""
                @Differentiable
                static double f(double x, @Constant double c) {
                    c = x * c;
                    return c * c;
                }
                """);
    }

    @Test
    void activeArgumentForAConstantParameter() {
        Refused.members("""
                        @Differentiable
                        static double g(double x, @Constant double c) {
                            return x * c;
                        }
                        @Differentiable
                        static double f(double x) {
                            return «g(1, x);
                        }
                        """).with("NoTangent", "argument 2 of g", "remove @Constant");
    }

    @Test
    void activeArgumentForAConstantParameterOfAnotherClass() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return Other«.g(x, x);
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        final class Other {
                            @Differentiable
                            static double g(double x, @Constant double c) {
                                return x * c;
                            }
                        }
                        """).with("NoTangent", "argument 2 of g");
    }

    @Test
    void staticArrayInAHelperThatReturnsNothing() {
        Refused.members("""
                        static final double[] CELL = {0, 1};
                        private static void hide(double x) {
                            CELL[0] «= x;
                        }
                        private static int deeper(double y) {
                            hide(2 * y);
                            return 1;
                        }
                        @Differentiable
                        static double f(double x) {
                            return deeper(x) + CELL[0];
                        }
                        """).with("ConstantReceivesActiveValue", "CELL");
    }

    @Test
    void aMethodOfAnotherClassThatKeepsItsArgument() {
        for (String call : new String[] {"Cell«.set(x);", "int n = Cell«.put(x);", "if (Cell«.ok(x)) { x++; }"}) {
            Refused.sources("""
                            package demo;
                            import io.github.pushforward.Differentiable;
                            final class Demo {
                                @Differentiable
                                static double f(double x) {
                                    CALL
                                    return x + Cell.value;
                                }
                            }
                            """.replace("CALL", call), """
                            package demo;
                            final class Cell {
                                static double value;
                                static void set(double x) {
                                    value = x * x;
                                }
                                static int put(double x) {
                                    Cell.value += x;
                                    return 1;
                                }
                                static boolean ok(double x) {
                                    return (value = x) > 0;
                                }
                            }
                            """).with("NoTangent", "demo.Cell", "may keep");
        }
    }

    @Test
    void aCheckInAnotherClassIsFine() {
        Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                Checks.positive(x);
                                return Math.log(x);
                            }
                        }
                        """, """
                        package demo;
                        final class Checks {
                            static void positive(double x) {
                                boolean isPositive = x > 0;
                                if (!isPositive) {
                                    throw new IllegalArgumentException("x");
                                }
                            }
                        }
                        """);
    }

    /** Regression: what the other class wrote was forgotten where a helper stood between. */
    @Test
    void anArrayWrittenByAnotherClassThroughAHelper() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            static void helper(double[] x, double[] y, double s) {
                                Axpy«.axpy(x, y, s);
                            }
                            @Differentiable
                            static double f(double[] x, double s) {
                                double[] y = new double[x.length];
                                helper(x, y, s);
                                return y[0] * y[1];
                            }
                        }
                        """, """
                        package demo;
                        final class Axpy {
                            static void axpy(double[] x, double[] y, double s) {
                                for (int i = 0; i < x.length; i++) {
                                    y[i] += s * x[i];
                                }
                            }
                        }
                        """).with("NoTangent", "demo.Axpy.axpy");
    }
}
