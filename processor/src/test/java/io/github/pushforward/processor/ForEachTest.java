package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Loops over the elements and the rows of arrays. */
class ForEachTest {

    @Test
    void overActiveElements() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x) {
                            double sum = 0;
                            for (double v : x) {
                                if (v < 0) {
                                    continue;
                                }
                                sum += v * Math.sqrt(v);
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}).at(new double[] {});
    }

    @Test
    void overRowsThatTheBodyWritesTo() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double s) {
                            double sum = 0;
                            for (final double[] row : m) {
                                row[0] *= s;
                                for (var v : row) {
                                    sum += v * v;
                                }
                            }
                            return sum;
                        }
                        """, "f").at(new double[][] {{1, 2}, {3}, {-1, 0.5, 4}}, 1.7);
    }

    @Test
    void theArrayIsEvaluatedOnce() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double[] y) {
                            double sum = 0;
                            outer:
                            for (double v : x) {
                                x = y;
                                for (int skip : new int[] {0, 1, 2}) {
                                    if (skip * v > 3) {
                                        continue outer;
                                    }
                                    sum += skip * v + x[0];
                                }
                                v *= 2;
                                sum += v;
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.2, 2.5}, new double[] {7});
    }

    @Test
    void overConstantsAsItWas() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[] nodes, int[] powers) {
                            double sum = 0;
                            for (double node : nodes) {
                                for (int power : powers) {
                                    sum += Math.pow(x - node, power);
                                }
                            }
                            return sum;
                        }
                        """, "f").at(1.3, new double[] {0, 0.5}, new int[] {2, 3});
    }

    @Test
    void aWidenedElement() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            float[] parts = {(float) x, 2 * (float) x};
                            double sum = 0;
                            for (double part : parts) {
                                sum += part * part;
                            }
                            return sum;
                        }
                        """, "f").inSinglePrecision().at(1.25);
    }
}
