package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Local variables in every form, and the statements that do nothing around them. */
class DeclarationsTest {

    @Test
    void severalInOneStatement() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x * x, z, row[] = {x, y}, table[][] = {{y}, row};
                            z = y * row[1];
                            for (double s = y, t[] = {s, z}; n > 0; n--, s *= 2) {
                                z += s * t[0];
                            }
                            return z * table[1][0];
                        }
                        """, "f").at(0.7, 0).at(0.7, 3);
    }

    @Test
    void inferredAndFinal() {
        Differentiated.of("""
                        @Differentiable
                        static double f(final double x, @Constant final double c, final int n) {
                            final var square = x * x;
                            var k = n;
                            var row = new double[] {square, c};
                            for (var i = 0; i < 2; i++) {
                                for (final var element : row) {
                                    k += i;
                                    row[0] += element * x;
                                }
                            }
                            final double late;
                            if (n > 0) {
                                late = row[0];
                            } else {
                                late = c;
                            }
                            final int two = 2;
                            byte small = two;
                            return late * k * small;
                        }
                        """, "f").at(0.7, 1.5, 0).at(0.7, 1.5, 1);
    }

    /** A name that is used again in the next block, and one that hides a field. */
    @Test
    void shadowing() {
        Differentiated.of("""
                        static double x = 7;
                        static final double rate = 2;
                        @Differentiable
                        static double f(double x, int n) {
                            double y = 0;
                            {
                                double t = x * x;
                                y += t;
                            }
                            {
                                int t = n;
                                y *= t;
                            }
                            for (int i = 0; i < 2; i++) {
                                double t = y * Demo.x;
                                y += t * rate;
                            }
                            double rate = x;
                            return y * rate * Demo.rate;
                        }
                        """, "f").at(0.7, 2).at(0.7, 3);
    }

    @Test
    void emptyStatements() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("empty")
                        static double f(double x, int n) {
                            ;;
                            {}
                            {{ x *= 2; }}
                            if (n > 0) ; else x *= x;
                            if (n > 1);
                            while (n-- > 3);
                            for (int i = 0; (x *= 1.5) < 3; i++);
                            do ; while ((x += 1) < 7);
                            return x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 5).at(0.2, 5);
    }

    /** What cannot be reached is an error of Java: what is generated must not have more of it than the original. */
    @Test
    void everythingCanBeReached() {
        Differentiated.of("""
                        static final boolean ALWAYS = true;
                        @Differentiable
                        static double f(double x, int n) {
                            if (false) {
                                x = 0;
                            }
                            for (double t = x; ; t = Math.exp(t) * t) {
                                while (ALWAYS) {
                                    if (n-- < 0) {
                                        return t * x;
                                    }
                                    x *= t;
                                    if (x > 3) {
                                        x -= 3;
                                        break;
                                    }
                                }
                                do {
                                    if (n > 90) {
                                        throw new IllegalStateException();
                                    }
                                    x = x * x;
                                } while (false);
                            }
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(1.1, 2).fails(IllegalStateException.class, 2.7, 99);
    }

    @Test
    void strictFloatingPoint() {
        Differentiated.of("""
                        @Differentiable
                        @SuppressWarnings("strictfp")
                        static strictfp double f(double x, float s) {
                            return x * x * s;
                        }
                        """.replace("float s", "@Constant float s"), "f").at(0.7, 1.5f);
    }
}
