package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that carry no derivative, used for their values: calls, fields, null, instanceof, casts, collections, text. */
class ConstantObjectsTest {

    @Test
    void textAndItsMethods() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, String unit) {
                    double y = x * unit.length();
                    if (unit.equals("cm") || unit.trim().isEmpty()) {
                        y /= 100;
                    }
                    return unit.indexOf('m') >= 0 ? y * y : y;
                }
                """);
        Differentiated.method(compiled, "f", true, false)
                .at(1.5, "cm")
                .at(-2.5, " ")
                .at(0.5, "mm");
    }

    @Test
    void collectionsOfNumbers() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, java.util.List<double[]> rows, java.util.Map<String, Integer> sizes) {
                    double sum = 0;
                    for (double[] row : rows) {
                        for (double value : row) {
                            sum += (x - value) * (x - value);
                        }
                    }
                    for (int i = 0; i < rows.size(); i++) {
                        sum *= 1 + x * rows.get(i)[0];
                    }
                    int n = sizes.size();
                    java.util.List<String> keys = new java.util.ArrayList<>(sizes.keySet());
                    return sum * n + keys.size();
                }
                """);
        Differentiated.method(compiled, "f", true, false, false)
                .at(1.5, List.of(new double[] {1, 2}, new double[] {3}), Map.of("a", 1))
                .at(-0.5, List.of(new double[] {0.25}), Map.of());
    }

    @Test
    void nullAndInstanceof() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x, @Constant double[] weights, Object option) {
                    if (x == null || x.length == 0) {
                        throw new IllegalArgumentException("empty");
                    }
                    double[] w = weights != null ? weights : null;
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += (w == null ? 1 : w[i]) * x[i] * x[i];
                    }
                    if (option instanceof String) {
                        sum *= ((String) option).length();
                    }
                    if (option instanceof Integer n && n.intValue() > 2) {
                        sum *= sum;
                    }
                    return sum;
                }
                """);
        Differentiated.method(compiled, "f", true, false, false)
                .at(new double[] {1, 2}, new double[] {3, 4}, "abc")
                .at(new double[] {1, 2}, new double[] {3, 4}, 5)
                .at(new double[] {1, 2}, new double[] {3, 4}, 1)
                .fails(IllegalArgumentException.class, new double[0], new double[0], "");
    }

    /** Regression: the shadow of `null` in a choice between arrays was a number. */
    @Test
    void nullInAChoiceBetweenArrays() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, double[] a, int i) {
                    double[] b = i > 3 ? null : a;
                    double[] c = i > 3 ? a : null;
                    double[] d = (double[]) null;
                    d = i > 2 ? d : a;
                    return (b == null ? x * c[0] : b[0] * x) + (d == null ? 1 : d[0]);
                }
                """);
        Differentiated.method(compiled, "f", true, true, false)
                .at(1.5, new double[] {2}, 5)
                .at(1.5, new double[] {2}, 3)
                .at(1.5, new double[] {2}, 1);
    }

    @Test
    void printedAndLogged() {
        Compiled compiled = Compiled.members("""
                static final java.util.logging.Logger LOGGER = java.util.logging.Logger.getLogger("demo");
                @Differentiable
                static double f(double x, java.util.List<?> objects) {
                    int n = 0;
                    for (Object object : objects) {
                        n += object == null ? 0 : 1;
                    }
                    if (x > 1e9) {
                        System.out.println(x);
                        LOGGER.log(java.util.logging.Level.FINE, "large: {0}", x);
                    }
                    return x * x * n;
                }
                """);
        Differentiated.method(compiled, "f", true, false)
                .at(1.5, List.of(1, "a"))
                .at(-2.0, List.of());
    }

    @Test
    void enumsAndFieldsOfObjects() {
        Compiled compiled = Compiled.members("""
                enum Unit {
                    METRE(1), FOOT(0.3048);
                    final double metres;
                    Unit(double metres) {
                        this.metres = metres;
                    }
                    double inMetres(double x) {
                        return x * metres;
                    }
                }
                @Differentiable
                static double f(double x, String name) {
                    Unit unit = Unit.valueOf(name);
                    double y = unit.inMetres(x) * unit.metres;
                    return unit == Unit.FOOT ? y * x : y + unit.ordinal();
                }
                """);
        Differentiated.method(compiled, "f", true, false).at(1.5, "FOOT").at(2.5, "METRE");
    }

    /** `Scales.METRE` is a field, although it is written as types are. */
    @Test
    void callsOnStaticFieldsOfOtherClasses() {
        Compiled compiled = Compiled.members("""
                static final class Scales {
                    static final Scales METRE = new Scales(2.5);
                    final Scales twice;
                    final double factor;
                    Scales(double factor) {
                        this.factor = factor;
                        this.twice = factor > 3 ? this : new Scales(2 * factor);
                    }
                    double by(int n) {
                        return n * factor;
                    }
                }
                @Differentiable
                static double f(double x) {
                    return x * x * Scales.METRE.by(2) + x * Demo.Scales.METRE.twice.by(1) + Scales.METRE.twice.twice.factor;
                }
                """);
        Differentiated.method(compiled, "f", true).at(1.5).at(-2.0);
    }

    @Test
    void messagesBuiltFromActiveValues() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x) {
                    StringBuilder text = new StringBuilder();
                    text.append("x = ").append(x);
                    if (x < 0) {
                        throw new IllegalArgumentException(text.toString());
                    }
                    return x * x;
                }
                """);
        Differentiated.method(compiled, "f", true).at(1.5).fails(IllegalArgumentException.class, -1.0);
    }

    /** The object cannot be in an array of numbers, nor its numbers depend on those. */
    @Test
    void constantObjectBesideAnActiveArray() {
        Differentiated.of("""
                        static final class Spring {
                            double stiffness = 2.5;
                        }
                        private static double force(double[] x, Spring spring) {
                            x[1] = spring.stiffness * x[0];
                            return x[1] * spring.stiffness;
                        }
                        @Differentiable
                        static double f(double[] x, double k) {
                            Spring spring = new Spring();
                            return k * force(x, spring) * spring.stiffness;
                        }
                        """, "f").at(new double[] {0.3, 0.4}, 1.5);
    }

    @Test
    void aNumberOutOfAListThatWasGivenAnActiveOne() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, java.util.List<double[]> list) {
                            java.util.DoubleSummaryStatistics all = new java.util.DoubleSummaryStatistics();
                            all.accept(x);
                            return all«.getSum();
                        }
                        """).with("NoTangent", "java.util.DoubleSummaryStatistics.getSum", "was given an active value");
    }

    @Test
    void aNumberOutOfAnObjectMadeFromAnActiveOne() {
        Refused.members("""
                        static final class Box {
                            final double content;
                            Box(double content) {
                                this.content = content;
                            }
                        }
                        @Differentiable
                        static double f(double x) {
                            Box box = new Box(x * x);
                            Box same = box;
                            return same«.content;
                        }
                        """).with("NoTangent", "the field content", "was given an active value");
    }

    @Test
    void throughAHelperAndAnotherName() {
        Refused.members("""
                        static void fill(java.util.DoubleSummaryStatistics all, double x) {
                            all.accept(x);
                        }
                        static double read(java.util.DoubleSummaryStatistics all) {
                            return all«.getMax();
                        }
                        @Differentiable
                        static double f(double x) {
                            java.util.DoubleSummaryStatistics all = new java.util.DoubleSummaryStatistics();
                            java.util.DoubleSummaryStatistics other = all;
                            fill(other, x * x);
                            return read(all);
                        }
                        """).with("NoTangent", "java.util.DoubleSummaryStatistics.getMax");
    }
}
