package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Boxed numbers that values pass through (JLS 5.1.7, 5.1.8, 15.25): the derivative goes along, beside the box. */
class BoxingTest {

    @Test
    void aBoxedLocal() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            Double d = x * x;
                            Double e = d;
                            double y = d * 2 + -e / x;
                            d = y;
                            d += x;
                            d *= 1.5;
                            d++;
                            Double g = Math.exp(d);
                            return g * d + e;
                        }
                        """, "f").at(0.7).at(-1.3);
    }

    @Test
    void valueOf() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, float y) {
                            Double d = Double.valueOf(x * y);
                            Float g = Float.valueOf(y);
                            var twice = Double.valueOf(2 * x);
                            g *= 2f;
                            return d * twice + Double.valueOf(x) * g + Double.valueOf(3);
                        }
                        """, "f").inSinglePrecision().at(0.7, 1.3f);
    }

    @Test
    void conditionalExpressions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Double d = x * x;
                            Double e = n > 0 ? d : x;
                            Double g = n > 1 ? d : e;
                            double h = n > 2 ? d : n;
                            Integer boxed = n;
                            double i = n > 3 ? boxed : g;
                            Double j = n > 0 ? Double.valueOf(x) : Double.valueOf(x * x * x);
                            Boolean flag = n > 2;
                            return e * g + h * i + (flag ? j : x) + (flag ? 1 : j);
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 3).at(0.7, 4);
    }

    @Test
    void integersAndTheRest() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, double[] a) {
                            Integer i = n;
                            Long l = 7L;
                            Short s = 3;
                            Byte b = 2;
                            Character c = 'a';
                            Boolean z = i > 1;
                            i++;
                            i += 2;
                            l <<= 1;
                            double[] scratch = new double[i];
                            scratch[b] = a[i - n - 3] * x;
                            if (z && !z | z) {
                                x *= 2;
                            }
                            while (z) {
                                x += s;
                                z = false;
                            }
                            return x * i + l * x / s + b * x + c * x + scratch[2];
                        }
                        """, "f").at(0.7, 1, new double[] {1.5}).at(0.7, 2, new double[] {1.5});
    }

    @Test
    void argumentsAndResultsOfHelpers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            Double d = x;
                            double product = half(d) * half(x * y) + plain(d, y) + Math.max(d, y);
                            Double half = half(y);
                            return product + half;
                        }
                        private static Double half(Double v) {
                            Double half = v / 2;
                            return half;
                        }
                        static double plain(double a, Double b) {
                            return a * a * b;
                        }
                        """, "f").at(0.7, 1.3);
    }

    @Test
    void overloadsPreferPlainNumbers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            Double d = x;
                            return g(d) + g(x) * 10 + h(d) + h(x);
                        }
                        static double g(Double v) {
                            return v * v;
                        }
                        static double g(double v) {
                            return v * v * v;
                        }
                        static double h(double v) {
                            return v * 5;
                        }
                        static double h(Object v) {
                            return 1;
                        }
                        """.replace("h(d) + h(x)", "h(x)"), "f").at(0.7);
    }

    @Test
    void unboxingNullFails() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, int n, @Constant Double c) {
                            x[0] *= 2;
                            double y = x[0] * c;
                            x[1] += y;
                            return n > 0 ? y : c;
                        }
                        """, "f")
                .at(new double[] {0.7, 1}, 1, 3.5)
                .fails(NullPointerException.class, new double[] {0.7, 1}, 1, null);
    }

    @Test
    void nullFailsBeforeLaterOperandsAreEvaluated() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, @Constant Double c) {
                            return c * (x[0] *= 2) + g(x);
                        }
                        static double g(double[] x) {
                            x[0] += 1;
                            return x[0];
                        }
                        """, "f")
                .at(new double[] {0.7}, 3.5)
                .fails(NullPointerException.class, new double[] {0.7}, null);
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, @Constant Double c) {
                            double y = g(x) + c;
                            x[0] *= 3;
                            c += g(x);
                            x[0] = c;
                            return y * x[0];
                        }
                        static double g(double[] x) {
                            x[0] += 1;
                            return x[0];
                        }
                        """, "f")
                .at(new double[] {0.7}, 3.5)
                .fails(NullPointerException.class, new double[] {0.7}, null);
    }

    @Test
    void referencesAreComparedAsReferences() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            Double d = x;
                            Double e = d;
                            Double g = x;
                            Integer small = 1;
                            Integer other = 1;
                            return (d == e ? x : 1) * (d == g ? 2 : x) + (d == x ? x : 3) + (small == other ? x : 7);
                        }
                        """, "f").at(0.7).at(20.5);
    }

    @Test
    void explicitCasts() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Double d = (Double) (x * x);
                            double y = (double) d;
                            Integer i = n;
                            return y * (double) i + ((double) d == x ? 1 : d) + (long) (int) i;
                        }
                        """, "f").at(0.7, 3);
    }

    @Test
    void nextToText() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            Double d = x;
                            String text = "d = " + d;
                            text += d;
                            if (x < 0) {
                                throw new IllegalArgumentException(text + x);
                            }
                            return d;
                        }
                        """, "f").at(0.7).fails(IllegalArgumentException.class, -0.7);
    }

    @Test
    void constantBoxesAreConstant() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant Double c, @Constant Double[] table, Integer n) {
                            return x * c + table[n] * x;
                        }
                        """, "f").at(0.7, 1.5, new Double[] {1.0, 2.0}, 1);
    }

    @Test
    void floatBoxes() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x) {
                            Float y = x * x;
                            Float z = y;
                            z *= 3f;
                            double wide = z;
                            return y * z + (float) wide;
                        }
                        """, "f").inSinglePrecision().at(0.7f);
    }

    @Test
    void arraysOfBoxesAreRefused() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            Double«[] a = {x, 2.0};
                            return a[0];
                        }
                        """).with("UnsupportedType", "Double", "write double[]");
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            var a = «new Float[3];
                            return x;
                        }
                        """).with("UnsupportedType", "Float", "write float[]");
    }

    @Test
    void boxedArrayParametersAreRefused() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, Double[] «a) {
                            return x;
                        }
                        """).with("UnsupportedType", "Double[]", "write double[]");
        Refused.members("""
                        @Differentiable
                        static Float[] «f(float x) {
                            return null;
                        }
                        """.replace("Float[] «f", "Float«[] f")).with("UnsupportedType", "Float[]", "write float[]");
    }

    @Test
    void anObjectThatWasABox() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            Object o = x;
                            return «(Double) o;
                        }
                        """).with("UnsupportedExpression", "cast");
    }

    @Test
    void anActiveValueIntoAConstantArrayOfBoxes() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, @Constant Double[] a) {
                            a[0] «= x;
                            return a[0];
                        }
                        """).with("ConstantReceivesActiveValue", "a");
    }

    @Test
    void constructorsOfBoxes() {
        Refused.members("""
                        @Differentiable
                        @SuppressWarnings({"deprecation", "removal"})
                        static double f(double x) {
                            Double d = «new Double(x);
                            return d;
                        }
                        """).with("UnsupportedExpression", "new Double", "write Double.valueOf");
    }

    @Test
    void methodsOfBoxes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, float y) {
                            Double d = x * x;
                            Float e = y;
                            if (d.isNaN() || d.isInfinite() || Double.valueOf(x).equals(3.0) || d.compareTo(1e9) > 0) {
                                throw new IllegalArgumentException(d.toString());
                            }
                            double z = d.doubleValue() * e.doubleValue() + e.floatValue() * x + d.floatValue();
                            int n = d.intValue() + d.hashCode() * 0 + Integer.valueOf(3).intValue();
                            return z * n + Double.valueOf(x * 3).doubleValue();
                        }
                        """, "f")
                .inSinglePrecision()
                .at(0.7, 1.3f)
                .at(-1.6, 0.3f)
                .fails(IllegalArgumentException.class, 3.0, 1f);
    }

    @Test
    void constantsOfTheClass() {
        Differentiated.of("""
                        static final Double SHARED = 0.5;
                        private static final Double RATE = Math.sqrt(2);
                        private static final Integer COUNT = 3;
                        private static final Double[] TABLE = {1.0, 2.5};
                        @Differentiable
                        static double f(double x, int n) {
                            double y = RATE * x + SHARED;
                            for (int i = 0; i < COUNT; i++) {
                                y *= TABLE[i % 2] + x;
                            }
                            return n > 0 ? RATE : y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1);
    }

    @Test
    void inSwitches() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Integer choice = n;
                            Double square = x * x;
                            Double d = switch (choice) {
                                case 0 -> x;
                                case 1 -> square;
                                default -> null;
                            };
                            double y = switch (n) {
                                case 0 -> d * 2;
                                case 1 -> square;
                                default -> {
                                    x *= 3;
                                    yield d;
                                }
                            };
                            return y * x + switch (n) {
                                case 0 -> d;
                                default -> 1;
                            };
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).fails(NullPointerException.class, 0.7, 2);
    }

    @Test
    void aBoxThatMayBeNull() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Double best = null;
                            for (int i = 0; i < n; i++) {
                                double y = Math.sin(x * i);
                                if (best == null || y > best) {
                                    best = y;
                                }
                            }
                            Double other = n > 2 ? best : null;
                            Double third = n > 2 ? x : null;
                            return n > 1 && other != null && third != null ? best * other * third : best.doubleValue();
                        }
                        """, "f").at(0.7, 1).at(0.7, 2).at(0.7, 4).fails(NullPointerException.class, 0.7, 0);
    }

    @Test
    void nullOutOfAConditional() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, int n) {
                            x[0] *= 2;
                            double y = n > 0 ? x[0] : null;
                            return y * x[0];
                        }
                        """, "f").at(new double[] {0.7}, 1).fails(NullPointerException.class, new double[] {0.7}, 0);
    }

    @Test
    void returnedThroughNull() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            Double found = find(x, n);
                            return found == null ? x : found * x;
                        }
                        private static Double find(double x, int n) {
                            if (n == 0) {
                                return null;
                            }
                            return n == 1 ? (Double) x : Double.valueOf(x * x);
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    @Test
    void collectionsLoseDerivatives() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            java.util.List<Double> list = new java.util.ArrayList<>();
                            list.add(x);
                            return list«.get(0);
                        }
                        """).with("NoTangent", "java.util.List.get");
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            double sum = 0;
                            var list = java.util.Arrays.asList(x, 2 * x);
                            for (int i = 0; i < 2; i++) {
                                sum += list«.get(i) * x;
                            }
                            return sum;
                        }
                        """).with("NoTangent", "java.util.List.get");
    }

    @Test
    void numbersAndObjectsLoseDerivatives() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            Number n = x;
                            Number m = 2 * x;
                            return n«.doubleValue() + m«.intValue() * x;
                        }
                        """.replace("m«", "m")).with("NoTangent", "java.lang.Number.doubleValue");
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            Object o = x;
                            return o «instanceof Double d ? d : 0;
                        }
                        """).with("UnsupportedExpression", "Double");
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return java.math.BigDecimal.valueOf(x)«.doubleValue();
                        }
                        """).with("NoTangent", "doubleValue");
    }

    @Test
    void constantsOutOfCollectionsAreFine() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            java.util.List<Double> list = java.util.List.of(1.5, 2.5);
                            double sum = 0;
                            for (Double d : list) {
                                sum += d * x;
                            }
                            return sum + list.get(n) * x + n;
                        }
                        """, "f").at(0.7, 1);
    }

    @Test
    void aBoxedCounterOfALoop() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, int n) {
                    Double sum = 0.0;
                    for (Integer i = 0; i < n; i++) {
                        sum += x * i;
                    }
                    return sum;
                }
                """);
        Differentiated.method(compiled, "f", true, false).at(0.7, 4);
    }
}
