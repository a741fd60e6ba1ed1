package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Loops of every form: what is carried from one run of the body to the next. */
class LoopsTest {

    @Test
    void forCarriesASum() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x) {
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += x[i] * x[i] * i;
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}).at(new double[] {});
    }

    @Test
    void whileWithAnActiveCondition() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            double d;
                            while ((d = Math.abs(x - y)) > 0.5) {
                                x = 0.5 * (x + y / x);
                                y = y * 0.9;
                            }
                            return d * x;
                        }
                        """, "f").at(9.0, 2.0).at(1.0, 1.1);
    }

    @Test
    void activeVariablesInTheHeader() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double h) {
                            double sum = 0;
                            for (double t = h, u = 2 * h; t < 1; t += h, u *= 1.5) {
                                if (t > 0.5 && t < 0.6) {
                                    continue;
                                }
                                sum += Math.exp(t) * u;
                            }
                            return sum;
                        }
                        """, "f").at(0.07);
    }

    @Test
    void updateThatTakesStatementsRunsAfterContinue() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double sum = 0;
                            outer:
                            for (double t = x; t < 3; t = Math.exp(t) / (1 + Math.sin(t))) {
                                for (int i = 0; i < 3; i++) {
                                    if (i == 1 && t > 1) {
                                        continue outer;
                                    }
                                    sum += t * i;
                                }
                                sum *= t;
                            }
                            return sum;
                        }
                        """, "f").at(0.3).at(1.2);
    }

    @Test
    void doWhileAndBreak() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = 1;
                            int i = 0;
                            do {
                                y += x / y;
                                if (y > 50) {
                                    break;
                                }
                            } while (i++ < n && (x *= 1.25) < 100);
                            return y;
                        }
                        """, "f").at(1.7, 4).at(1.7, 40);
    }
}
