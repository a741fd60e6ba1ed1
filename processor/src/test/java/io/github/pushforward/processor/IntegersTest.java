package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Arithmetic of {@code char}, {@code byte}, {@code short}, {@code int} and {@code long} beside active values. */
class IntegersTest {

    @Test
    void everyCompoundOperatorOnEveryType() {
        Differentiated.of("""
                        @SuppressWarnings("lossy-conversions")
                        @Differentiable
                        static double f(double x, int n) {
                            byte b = (byte) n;
                            b += 200;
                            b -= n * 3;
                            b *= 7L;
                            b /= 3.5;
                            b %= 50;
                            b &= 0xf7;
                            b |= 8;
                            b ^= 5;
                            b <<= 2;
                            b >>= 1;
                            b >>>= 1;
                            short s = (short) n;
                            s += b;
                            s *= s;
                            s -= 1e3;
                            s <<= 3;
                            s >>>= 2;
                            char c = 'x';
                            c += 1.5f;
                            c -= b;
                            c *= 3;
                            c ^= 'a';
                            c %= 1000;
                            c >>= 1;
                            int i = n;
                            i += 1.9;
                            i *= 1e10;
                            i >>>= 5;
                            i ^= c;
                            i %= 1000L;
                            long l = n;
                            l <<= 40;
                            l += 0.5;
                            l /= 7;
                            l >>= 33;
                            l |= b & 3;
                            double[] a = new double[5];
                            int[] counts = {1, 2, 3};
                            byte[] bytes = {1, 127};
                            bytes[1] += 3;
                            bytes[0] *= 200;
                            counts[b & 1] += 2.5;
                            counts[1] <<= counts[0];
                            a[counts[2] -= 2] = x;
                            x *= b + 1;
                            return x * s + x * c * i + x * l * 1e-6 + a[1] * bytes[1] + a[1] * bytes[0] * counts[1];
                        }
                        """, "f").at(0.7, 5).at(-0.7, 77).at(0.7, -123456);
    }

    @Test
    void stepsOfNarrowTypes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, byte b, short s, char c, long l) {
                            double sum = x[b++] * x[--b];
                            sum += x[s--] * x[++s] * c++ + c-- * x[(int) l++] - l-- * x[0];
                            b--;
                            ++b;
                            byte top = 127;
                            top++;
                            char zero = 0;
                            zero--;
                            return sum * top + x[b] * zero + x[c - '0'];
                        }
                        """, "f").at(new double[] {0.7, 1.3, -2}, (byte) 1, (short) 1, '2', 1L);
    }

    @Test
    void charactersAsIndices() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, @Constant String text) {
                            double[] counts = new double[26];
                            double sum = 0;
                            for (int i = 0; i < text.length(); i++) {
                                char c = text.charAt(i);
                                if (c >= 'a' && c <= 'z') {
                                    counts[c - 'a'] += x[(c - 'a') % x.length];
                                    sum += counts[c - 'a'] * (char) (c + 1);
                                }
                            }
                            for (char c = 'a'; c <= 'z'; c++) {
                                sum += counts[c - 'a'] * x[c % 2];
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {0.7, 1.3}, "abba zebra");
    }

    @Test
    void literalsOfEveryForm() {
        Differentiated.of("""
                        private static final long LEAST = -9_223_372_036_854_775_808L;
                        private static final int HEX = 0x8000_0000;
                        private static final double SUBNORMAL = 0x1.0p-1074;
                        private static final float HALF = 0x1p-1f;
                        @Differentiable
                        static double f(double x) {
                            double y = -2147483648 * x + 0x7fff_ffff_ffff_ffffL * x * 1e-18 + 0b1010_1010 * x - 0_17;
                            y += 0x1.8p1 * x + 0x.8p0f * x - 0X1P+3D + 1_000.5e-1_0 * x + 1e-45f * x + HALF * x;
                            y += LEAST * x * 1e-18 + HEX * x * 1e-9 + (SUBNORMAL > 0 ? x : 1) + 0xFFFF_FFFF * x;
                            y += '\\u0000' + '\\t' * x + '\\177' + '\\uffff' * x + "\\u00e9".length() * x;
                            return y - -2147483648L + -(-2147483648) - 0x1.fffffffffffffp1023 * 1e-308 * x;
                        }
                        """, "f").at(0.7).at(-1.3);
    }

    @Test
    void constantExpressions() {
        Differentiated.of("""
                        static final int SIZE = 1 << 2 | 1;
                        private static final byte SMALL = (byte) (SIZE * 60);
                        private static final char LETTER = 'a' + 2;
                        private static final long MASK = ~0L >>> 60;
                        private static final double RATIO = SIZE / 2 + 1 / 2.0 + (SIZE > 3 ? 1 : 0.5);
                        private static final String NAME = "n" + SIZE;
                        @Differentiable
                        static double f(double x) {
                            final int local = SIZE * 2;
                            final short narrow = local + 1;
                            byte b = SIZE;
                            char c = local;
                            double[] a = new double[SIZE];
                            a[SIZE - 1] = x * RATIO;
                            return a[4] * SMALL + LETTER * x + MASK * x + NAME.length() * x + narrow * b * x + c;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void divisionByZeroFailsAsInTheOriginal() {
        Differentiated.of("""
                        @SuppressWarnings("lossy-conversions")
                        @Differentiable
                        static double f(double[] x, int n, long m) {
                            x[0] *= 2;
                            double y = x[0] * (7 / n);
                            x[1] += y;
                            int i = 5;
                            i %= m;
                            return y * i;
                        }
                        """, "f")
                .at(new double[] {0.7, 1}, 2, 3L)
                .fails(ArithmeticException.class, new double[] {0.7, 1}, 0, 3L)
                .fails(ArithmeticException.class, new double[] {0.7, 1}, 2, 0L);
    }

    @Test
    void castsToIntegersHaveADerivativeOfZero() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double[] table) {
                            int i = (int) (x * 2);
                            long floor = (long) Math.floor(x);
                            double t = x - i / 2.0;
                            i &= 3;
                            return table[i] * (1 - t) + table[i + 1] * t + floor * x + (byte) x;
                        }
                        """, "f")
                .at(1.3, new double[] {1, 4, 9, 16, 25})
                .tangentIs(
                        // (table[3] − table[2])·ẋ + ⌊x⌋·ẋ
                        8, new Object[] {1.3, new double[] {1, 4, 9, 16, 25}}, 1.0, new double[5]);
    }

    @Test
    void branchesOnNotANumber() {
        Differentiated method = Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            double z = Math.sqrt(x);
                            if (Double.isNaN(z)) {
                                return y * y;
                            }
                            if (z != z || Float.isNaN((float) y)) {
                                return 7;
                            }
                            return z * y;
                        }
                        """, "f");
        method.at(4.0, 3.0).at(-4.0, 3.0).tangentIs(6, new Object[] {Double.NaN, 3.0}, 5.0, 1.0);
        method.tangentIs(0, new Object[] {4.0, Double.NaN}, 1.0, 1.0);
    }

    @Test
    void strictFloatingPoint() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                @SuppressWarnings("strictfp")
                strictfp final class Demo {
                    @Differentiable
                    static strictfp double f(double x) {
                        return x * x / 3 + g(x);
                    }
                    private static strictfp double g(double x) {
                        return x * 1e300 * 1e-300;
                    }
                }
                """);
        Differentiated.method(compiled, "f", true).at(0.7);
        assertThat(Arrays.stream(compiled.load("demo.DemoTangent").getDeclaredMethods())
                        .map(method -> method.getName()))
                .contains("f", "gTangent");
    }

    @Test
    void bitsThatOnlyDecide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            long bits = Double.doubleToRawLongBits(x);
                            int high = (int) (bits >>> 32);
                            int exponent = (high >> 20 & 0x7ff) - 1023;
                            boolean isNegative = (high ^ (int) (Double.doubleToLongBits(y) >>> 32)) < 0;
                            double scale = exponent < 0 ? x : y;
                            return (isNegative ? -x : y) * scale * (bits & 0) + x * scale;
                        }
                        """, "f").at(0.7, 1.3).at(-3.5, 2.0);
    }
}
