package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Targets of assignments that are not the same place when they are written down again. */
class AssignmentTargetsTest {

    @Test
    void anElementOfANewArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double v = (new double[1])[0] = x * x;
                            double w = (new double[] {x})[0] = x * v;
                            double u = (new double[] {x, v})[1] *= w;
                            return v + w * u;
                        }
                        """, "f").at(3.0);
    }

    @Test
    void anElementOfWhatACallReturns() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double v = next(a)[0] = x * x;
                            next(a)[1] *= Math.exp(x);
                            next(a)[index(a)] += v;
                            double w = next(a)[1]++;
                            return v + w + a[2] * a[0];
                        }

                        static double[] next(double[] a) {
                            a[2] += 1;
                            return a;
                        }

                        static int index(double[] a) {
                            a[2] *= 2;
                            return 0;
                        }
                        """, "f").at(new double[] {1, 2, 3}, 0.5);
    }

    @Test
    void anIndexThatTheAssignmentChanges() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int[] k, double[][] m) {
                            a[(int) a[0]] = x;
                            double v = (a[(int) a[1]] = x * x) * 2;
                            double w = (k[k[0]] = 2) * x + k[0];
                            a[(int) a[2]] *= Math.exp(x);
                            m[(int) m[0][0]][0] = x * 0.1;
                            m[(int) m[0][0]][1] += x;
                            return v * w + a[0] * a[1] + a[2] + m[0][0] * m[0][1] + m[1][0] * m[1][1];
                        }
                        """, "f")
                .at(new double[] {0.5, 1.5, 2.5}, 2.25, new int[] {0, 1, 2}, new double[][] {{0, 1}, {0, 5}})
                .at(new double[] {1.5, 0.5, 0.5}, 0.25, new int[] {1, 1, 2}, new double[][] {{0, 1}, {0, 5}});
    }
}
