package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Conversions between numeric types, and integer arithmetic beside active values. */
class CastsTest {

    @Test
    void integerCastsHaveNoDerivative() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            int i = (int) x;
                            long l = (long) (x * 3);
                            short s = (short) (x * 5);
                            byte b = (byte) (x * 7);
                            char c = (char) (x * 11);
                            return i * x + l * x + s * x + b * x + c * x + (int) x / 2 + (int) -x;
                        }
                        """, "f").at(40.3).at(-2.7).tangentIs(2 + 8 + 13 + 18 + 29, new Object[] {2.7}, 1.0);
    }

    @Test
    void atTheJumpTheDerivativeIsZero() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            return (int) x + x;
                        }
                        """, "f")
                .tangentIs(1, new Object[] {2.0}, 1.0)
                .tangentIs(1, new Object[] {0.0}, 1.0)
                .tangentIs(1, new Object[] {1e300}, 1.0)
                .tangentIs(1, new Object[] {Double.NaN}, 1.0);
    }

    @Test
    void fractionalPart() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double fraction = x - (int) x;
                            return fraction * fraction + (long) x % 3;
                        }
                        """, "f").at(2.7).at(-2.7);
    }

    @Test
    void floatCastsNarrowValueAndTangent() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            float u = (float) (x * y);
                            float v = u * (float) y;
                            double w = u / v + (float) x;
                            float[] a = {u, v, 1};
                            a[2] = (float) w;
                            a[0] *= a[1];
                            return a[0] * a[2] + (double) u;
                        }
                        """, "f").inSinglePrecision().at(0.7, 1.1).at(-1.3, 0.4);
    }

    @Test
    void floatArithmeticIsRoundedAsInTheOriginal() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            float y = (float) x;
                            float sum = 0;
                            for (int i = 0; i < 10; i++) {
                                sum += y * 0.1f + i / 3;
                                sum -= (float) Math.sin(sum) * 1e-3f;
                            }
                            return sum * 2f + -y;
                        }
                        """, "f").inSinglePrecision().at(0.7).at(-1.3);
    }

    @Test
    void integerDivisionAndRemainder() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, long m) {
                            double y = n / 2 * x + n / 2.0 * x + x * (n % 4) + 7 / n;
                            y *= m / n - m % n + (double) n / m + n / (double) m;
                            return y + 1 / 2 + -n / 2 * x + (-n) % 3;
                        }
                        """, "f").at(0.7, 5, 17L).at(0.7, -5, 1L << 40);
    }

    @Test
    void integerOverflowWraps() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            int square = n * n;
                            long wide = (long) n * n;
                            byte low = (byte) n;
                            return square * x - wide * x + low * x * x + (n + 2147483647) * x + -n;
                        }
                        """, "f").at(0.7, 100_000).at(0.7, Integer.MIN_VALUE);
    }

    @Test
    void shiftsAndBits() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, long m) {
                            int i = n << 2 | n >> 1 ^ n >>> 3 & ~n;
                            long l = m << n | m >>> 60 ^ m >> 3;
                            return i * x + (l & 0xff) * x + (1 << n) * x + (n & 1) + (m | 1L) * x * 1e-9;
                        }
                        """, "f").at(0.7, 5, -17L).at(0.7, 33, 1L << 40);
    }

    @Test
    void characters() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, char c) {
                            char next = (char) (c + 1);
                            int digit = c - '0';
                            double y = c * x + next / 2 + digit;
                            return y * '\\u0041' + (c == '7' ? x : -x) - '\\'' - '\\\\' - '\\n';
                        }
                        """, "f").at(0.7, '7').at(0.7, '\uffff');
    }

    @Test
    void shortsAndBytes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, short s, byte b) {
                            short t = (short) (s * b);
                            byte u = 100;
                            u++;
                            final byte v = 7;
                            byte[] bytes = {1, v, (byte) 200};
                            short[] shorts = new short[2];
                            shorts[1] = t;
                            return t * x + (u + bytes[2]) * x - shorts[1] + s / b + bytes[1] * x;
                        }
                        """, "f").at(0.7, (short) 300, (byte) -7);
    }

    @Test
    void castsOfCasts() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = (double) (float) x + (double) (int) x + (int) (char) (int) x;
                            double z = -(double) n * x + (double) -n + (double) (n + 1) / 2;
                            return y * z + (float) n;
                        }
                        """, "f").inSinglePrecision().at(2.7, 3);
    }

    @Test
    void castsOfConstants() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            int n = (int) c;
                            float single = (float) c;
                            return x * n + x * single + x * (float) 0.1 + x * (long) 1e19 * 1e-18 + x * 0.1f;
                        }
                        """, "f").at(0.7, 3.9).at(0.7, -1e12);
    }

    @Test
    void wideningOfArguments() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, long m, char c) {
                            double y = g(n, x) + g(x, m) * g(c, 2) + Math.sqrt(n) * x + Math.max(x, n) + Math.pow(x, n);
                            double z = n;
                            z += m;
                            double[] a = {n, x, c};
                            return y * z * a[0] + a[1] - a[2];
                        }
                        static double g(double a, double b) {
                            return a * b + a;
                        }
                        """, "f").at(0.7, 3, 5L, 'a');
    }

    @Test
    void literalsKeepTheirValues() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = 0x10 + 0b11 + 017 + 1_000 + 5000000000L + -2147483648 + 1e-310 + 0x1.8p1 + 1.e2 + .5;
                            double z = 4.9e-324 * x + 1.7976931348623157e308 * 1e-300 * x + 3f * x + 1e10f - 0.0 * x;
                            return y * x + z + 100d - 'a';
                        }
                        """, "f").at(0.7).at(-1.3);
    }
}
