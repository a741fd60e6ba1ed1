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
}
