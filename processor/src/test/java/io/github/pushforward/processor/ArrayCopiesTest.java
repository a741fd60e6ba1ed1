package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** The methods of the JDK that fill and copy arrays. */
class ArrayCopiesTest {

    @Test
    void cloneAndCopyOf() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, int n) {
                            double[] a = x.clone();
                            double[] b = java.util.Arrays.copyOf(x, n);
                            double[] c = java.util.Arrays.copyOfRange(a, 1, 3);
                            a[0] *= 2;
                            b[n - 1] += a[1];
                            return a[0] * b[n - 1] + c[0] * c[1] * x[0] + x.clone()[2];
                        }
                        """, "f")
                .at(new double[] {1.5, -2, 0.5}, 5)
                .at(new double[] {1.5, -2, 0.5}, 2)
                .fails(NegativeArraySizeException.class, new double[] {1, 2, 3}, -1);
    }

    @Test
    void copyIntoItselfAndIntoOthers() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] x, double[] y, @Constant double[] data) {
                            System.arraycopy(x, 0, x, 1, x.length - 1);
                            System.arraycopy(x, 1, y, 0, 2);
                            y[0] *= y[1];
                            System.arraycopy(data, 0, x, 0, 1);
                            x[0] += y[0];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.5}, new double[] {7, 8, 9}, new double[] {3, 4});
    }

    @Test
    void fill() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double[] a, int from) {
                            double[] b = new double[4];
                            java.util.Arrays.fill(b, x * x);
                            java.util.Arrays.fill(a, from, 3, Math.exp(b[0]));
                            java.util.Arrays.fill(a, 0, 1, 0);
                            a[0] += b[3];
                            return a[0] * a[2] + a[1];
                        }
                        """, "f")
                .at(0.7, new double[] {1, 2, 3}, 1)
                .at(0.7, new double[] {1, 2, 3}, 2)
                .fails(ArrayIndexOutOfBoundsException.class, 0.7, new double[] {1, 2}, 1);
    }

    @Test
    void aScratchArrayThatNobodyReads() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double[] a) {
                            double[] scratch = new double[2];
                            java.util.Arrays.fill(scratch, x);
                            System.arraycopy(a, 0, scratch, 0, 2);
                            return x * a[1];
                        }
                        """, "f").at(0.7, new double[] {1, 2});
    }

    @Test
    void aCopyReturned() {
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double[] a, double s) {
                            a[0] *= s;
                            return a.clone();
                        }
                        """, "f").at(new double[] {1, 2}, 1.5);
    }
}
