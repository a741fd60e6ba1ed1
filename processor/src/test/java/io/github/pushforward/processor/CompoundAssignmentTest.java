package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code target op= value} computes in the promoted type and narrows to the target's (JLS 15.26.2). */
class CompoundAssignmentTest {

    static List<Arguments> arithmetic() {
        List<Arguments> cases = new ArrayList<>();
        for (String type : List.of("double", "float", "long", "int", "short", "byte", "char")) {
            for (String operator : List.of("+", "-", "*", "/", "%")) {
                cases.add(Arguments.of(type, operator));
            }
        }
        return cases;
    }

    /** Every arithmetic operator on every numeric type, with right sides that carry a tangent and that do not. */
    @ParameterizedTest(name = "{0} {1}=")
    @MethodSource("arithmetic")
    void onLocalsAndElements(String type, String operator) {
        String template = """
                @Differentiable
                @SuppressWarnings("lossy-conversions")
                static double NAME(double x, double y, @Constant double c, int n) {
                    TYPE t = 50;
                    t += x;
                    t OP= RIGHT;
                    t OP= RIGHT;
                    TYPE[] a = {50, 60};
                    int i = 0;
                    a[i++] += x;
                    a[i--] -= x;
                    a[i++] OP= RIGHT;
                    a[i] OP= RIGHT;
                    return t * x * y + a[0] * x + a[1] * y + i;
                }
                """.replace("TYPE", type).replace("OP", operator);
        Map<String, String> rightSides =
                new TreeMap<>(Map.of("active", "y", "constant", "c", "integer", "n", "single", "(float) y"));
        String source = rightSides.entrySet().stream()
                .map(side -> template.replace("NAME", side.getKey()).replace("RIGHT", side.getValue()))
                .collect(Collectors.joining());
        Compiled compiled = Compiled.members(source);
        for (String name : rightSides.keySet()) {
            Differentiated method = Differentiated.method(compiled, name, true, true, false, false);
            if (type.equals("float") || (type.equals("double") && name.equals("single"))) {
                method.inSinglePrecision();
            }
            method.at(5.3, 2.71, 2.43, 3).at(-7.47, 3.34, -1.71, -2);
        }
    }

    @Test
    void ofSquares() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = x;
                            y *= y;
                            y *= y + x;
                            y /= y * x;
                            y -= y;
                            y += y + x;
                            y %= x * 0.75;
                            return y * x;
                        }
                        """, "f").at(0.7).at(-1.3);
    }

    @Test
    void tangentIsNarrowedWithItsValue() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("lossy-conversions")
                        static double f(double x) {
                            float t = 1.5f;
                            t *= x;
                            t *= x * t;
                            t -= t / x;
                            return t;
                        }
                        """, "f").inSinglePrecision().at(0.7).at(-1.3);
    }

    @Test
    void integerTargetsOfActiveValuesAreConstant() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("lossy-conversions")
                        static double f(double x) {
                            int n = 3;
                            n *= x;
                            long m = 7;
                            m -= n / x;
                            byte b = 100;
                            b += 40 * x;
                            return n * x + m + b;
                        }
                        """, "f").at(2.31).tangentIs(6, new Object[] {2.31}, 1.0);
    }

    /** The field was taken to keep the derivative, and the method refused: seeds 529 and 9406 of the random programs. */
    @Test
    void integersThatOthersHoldAreConstant() {
        Differentiated.of("""
                        @Differentiable
                        static final class Cell {
                            double weight;
                            int count;
                            @Constant long total;
                            Cell(double weight, int count) {
                                this.weight = weight;
                                this.count = count;
                            }
                        }
                        static int calls;
                        @Differentiable
                        @SuppressWarnings({"lossy-conversions", "pushforward"})
                        static double f(double x, int[] counts) {
                            Cell cell = new Cell(x * x, 40);
                            cell.count -= x;
                            cell.total += cell.weight;
                            counts[0] += 10 * x;
                            calls = 3;
                            calls *= x;
                            return x * cell.count + cell.weight * cell.total + counts[0] * x + calls * x;
                        }
                        """, "f").at(2.31, new int[] {5}).at(-7.77, new int[] {-3});
    }

    @Test
    void shiftsAndBitsBesideActiveValues() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("lossy-conversions")
                        static double f(double[] x, int n) {
                            int k = n;
                            k <<= 3;
                            k >>= n;
                            k ^= 5;
                            k |= 8;
                            k &= 13;
                            long m = -n;
                            m >>>= 60;
                            m <<= k;
                            byte b = (byte) n;
                            b >>>= 1;
                            b ^= k;
                            boolean even = n % 2 == 0;
                            even ^= true;
                            even |= x[0] > 0;
                            even &= x[1] > 0;
                            double y = even ? x[k & 1] : -x[k & 1];
                            y *= m;
                            y += b * x[0];
                            return y;
                        }
                        """, "f").at(new double[] {0.7, -2}, 3).at(new double[] {-0.7, 2}, 6);
    }

    @Test
    void integerDivisionStaysIntegral() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            int k = 17;
                            k /= n;
                            double y = x;
                            y *= k / 2;
                            y += 17 / n * x;
                            k %= 3;
                            return y + k / 2 * x;
                        }
                        """, "f").at(0.7, 3).at(0.7, -2);
    }

    @Test
    void charactersAsNumbers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            char c = 'a';
                            c += 1;
                            c++;
                            double y = x;
                            y += c;
                            y *= c - 'a';
                            y -= 'z' - c;
                            return y * x;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void rightSideOfLowerPrecedence() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, boolean flag) {
                            double z = x;
                            z *= x + y;
                            z -= x - y;
                            z /= flag ? x : y;
                            z += -(x - y) - -z;
                            z -= -x;
                            z %= x < y ? x * y : 2.5;
                            return z;
                        }
                        """, "f").at(0.7, 1.9, true).at(1.3, 0.4, false);
    }

    @Test
    void inactiveTargetWithActiveReaders() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c, @Constant double[] data) {
                            double scale = 1;
                            double[] copy = new double[data.length];
                            for (int i = 0; i < data.length; i++) {
                                scale *= data[i] + c;
                                copy[i] += scale;
                                copy[i] /= 1 + i;
                            }
                            x *= scale;
                            x += copy[0];
                            return x * copy[1];
                        }
                        """, "f").at(0.7, 0.5, new double[] {2, -3});
    }

    /** The factors of the tangent were multiplied as {@code float}, which rounds: seed 7921 of the random programs. */
    @Test
    void factorsOfTypeFloat() {
        double expected = (1 + (double) 0.457f * 3) * ((double) 0.1f + (double) 0.7f);
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            x += 0.457f * (x * 3);
                            return x * 0.1f + x * 0.7f;
                        }
                        """, "f").tangentIs(expected, new Object[] {0.7}, 1.0);
    }
}
