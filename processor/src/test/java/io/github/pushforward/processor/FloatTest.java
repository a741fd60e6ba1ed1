package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import org.junit.jupiter.api.Test;

/** {@code float} parameters, results and arrays: as active as {@code double} ones, with tangents in single precision. */
class FloatTest {

    @Test
    void parametersAndResult() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, float y) {
                            float product = x * y;
                            return product * x - y / x + 2 * x + 1;
                        }
                        """, "f")
                .inSinglePrecision()
                .at(0.7f, 1.3f)
                .at(-1.5f, 2f)
                .tangentIs(
                        // 2xy + y/x² + 2 along x
                        6.25, new Object[] {2f, 1f}, 1f, 0f);
    }

    @Test
    void aResultOfItsOwnType() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static float f(float x) {
                    return x * x;
                }
                @Differentiable
                static float[] g(float[] x, double s) {
                    float[] y = {x[0] * x[1], (float) s, 3};
                    return y;
                }
                """);

        assertThat(compiled.call("demo.DemoTangent", "f", 3f, 1f)).isEqualTo(new DualFloat(9, 6));
        Object dual = compiled.call("demo.DemoTangent", "g", new float[] {2, 5}, 7.0, new float[] {1, 0.5f}, 0.25);
        assertThat(((DualOf<?, ?>) dual).value()).isEqualTo(new float[] {10, 7, 3});
        assertThat(((DualOf<?, ?>) dual).tangent()).isEqualTo(new float[] {6, 0.25f, 0});
    }

    @Test
    void mixedWithDouble() {
        Differentiated.of("""
                        @SuppressWarnings("lossy-conversions")
                        @Differentiable
                        static double f(float x, double y, float[] a) {
                            double z = x * y;
                            float w = (float) (z * x) + a[0];
                            z += w;
                            w += y;
                            w *= z;
                            w -= 0.5;
                            a[1] *= y;
                            a[0] = w / a[1];
                            double first = x;
                            first = a[0];
                            return z * w + first;
                        }
                        """, "f")
                .inSinglePrecision()
                .at(0.7f, 1.3, new float[] {0.4f, 0.9f})
                .at(-0.2f, 0.6, new float[] {1.4f, 2f});
    }

    @Test
    void arraysOfAnyRank() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float[][] m, float[][][] t, float s) {
                            float sum = 0;
                            for (float[] row : m) {
                                for (float x : row) {
                                    sum += x * s;
                                }
                            }
                            float[] swap = m[0];
                            m[0] = m[1];
                            m[1] = swap;
                            float[][] scratch = new float[2][2];
                            scratch[1][0] = m[0][0] * t[0][0][0];
                            t[0][0][0] += scratch[1][0];
                            return sum * m[0][0] + scratch[1][0] * t[0][0][0];
                        }
                        """, "f")
                .inSinglePrecision()
                .at(new float[][] {{0.3f, 0.4f}, {0.5f}}, new float[][][] {{{0.6f}}}, 1.1f);
    }

    @Test
    void mathOfFloats() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, float y) {
                            float a = Math.max(x, y) + Math.abs(x) + Math.fma(x, y, x) + Math.min(2 * x, y);
                            float b = (float) Math.sin(x) * (float) Math.pow(x, 2) + (float) Math.hypot(x, y);
                            double c = Math.sqrt(y) + Math.max(x, 2.0) + Math.copySign(x, y);
                            return a * b + (float) c + Math.signum(x) + Math.scalb(y, 2);
                        }
                        """, "f").inSinglePrecision().at(0.7f, 1.3f).at(0.5f, 0.3f);
    }

    @Test
    void helpersAndCastsOfArguments() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, float[] a) {
                            scale(a, x);
                            float y = single(x) + (float) wide(x, a[0]) + single((float) wide(x, 2));
                            return y + (x > 0 ? a[0] : x) + (x > 0 ? a[1] : 1);
                        }
                        static float single(float x) {
                            return x * x;
                        }
                        static double wide(double x, double y) {
                            return x * y + single((float) x);
                        }
                        @SuppressWarnings("lossy-conversions")
                        private static void scale(float[] a, double by) {
                            for (int i = 0; i < a.length; i++) {
                                a[i] *= by;
                            }
                        }
                        """, "f")
                .inSinglePrecision()
                .at(0.7f, new float[] {1.3f, 0.2f})
                .at(-0.7f, new float[] {1f, 2f});
    }

    @Test
    void annotatedOverloads() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, double y) {
                            return g(x) + (float) g(y) + g(1) * x;
                        }
                        @Differentiable
                        static float g(float x) {
                            return x * x;
                        }
                        @Differentiable
                        static double g(double x) {
                            return x * x * x;
                        }
                        """, "f").inSinglePrecision().at(0.7f, 1.3);
    }

    @Test
    void returnsOfEveryKind() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, int n) {
                            if (n == 0) {
                                return 1;
                            }
                            if (n == 1) {
                                return x;
                            }
                            if (n == 2) {
                                return g(x);
                            }
                            if (n == 3) {
                                return n;
                            }
                            return Math.abs(x) * x * x + x / 3 - (float) Math.exp(x);
                        }
                        static float g(float x) {
                            return x * 3f;
                        }
                        """, "f")
                .inSinglePrecision()
                .at(0.7f, 0)
                .at(0.7f, 1)
                .at(0.7f, 2)
                .at(0.7f, 3)
                .at(0.7f, 4);
    }

    @Test
    void doubleFromFloatHelper() {
        Differentiated.of("""
                        @Differentiable
                        static double f(float x) {
                            return g(x);
                        }
                        static float g(float x) {
                            return x * 3f;
                        }
                        """, "f").inSinglePrecision().at(0.7f);
    }

    @Test
    void stepsAndChainedAssignments() {
        Differentiated.of("""
                        @SuppressWarnings("lossy-conversions")
                        @Differentiable
                        static float f(float x, double y) {
                            float a = x++;
                            float b;
                            double c;
                            c = b = (float) (a * y);
                            b++;
                            return (float) (b * c + --x + (x += y) + (b -= a));
                        }
                        """, "f").inSinglePrecision().at(0.7f, 1.3);
    }

    @Test
    void valuesKeepEveryBit() {
        // 0.1f * 3 rounds otherwise in float than in double.
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, float[] out) {
                            out[0] = x * 3;
                            out[1] = x / 3 % 0.7f;
                            out[2] = -x - 1e-9f;
                            float sum = 0;
                            for (int i = 0; i < 100; i++) {
                                sum += x;
                            }
                            return sum;
                        }
                        """, "f").inSinglePrecision().at(0.1f, new float[3]);
    }
}
