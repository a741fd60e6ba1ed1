package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Jumps with labels, out of every kind of statement. */
class LabelsTest {

    @Test
    void everyStatementMayHaveOne() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            nothing: ;
                            empty: {}
                            assigned: x *= 2;
                            test: if (n > 0) {
                                if (n == 1) {
                                    break test;
                                }
                                x *= x;
                            } else x += 1;
                            held: synchronized (Demo.class) {
                                if (n == 2) {
                                    break held;
                                }
                                x = Math.sin(x);
                            }
                            chosen: switch (n) {
                                case 3:
                                    for (;;) {
                                        break chosen;
                                    }
                                default:
                                    x *= 3;
                            }
                            tried: try {
                                if (n == 4) {
                                    break tried;
                                }
                                x -= 1;
                            } finally {
                                x = -x;
                            }
                            one: two: three: {
                                if (n == 5) {
                                    break two;
                                }
                                x *= 5;
                            }
                            returned: return x * n;
                        }
                        """, "f")
                .at(0.7, 0)
                .at(0.7, 1)
                .at(0.7, 2)
                .at(0.7, 3)
                .at(0.7, 4)
                .at(0.7, 5);
    }

    @Test
    void outOfSwitchesInLoops() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            outer: while (y < 100) {
                                inner: for (int i = 0; ; i++) {
                                    block: {
                                        switch (n + i) {
                                            case 0 -> {
                                                y += x;
                                                break block;
                                            }
                                            case 1 -> {
                                                y *= x;
                                                continue inner;
                                            }
                                            case 2 -> {
                                                y *= 2;
                                                continue outer;
                                            }
                                            case 3 -> {
                                                break inner;
                                            }
                                            case 4 -> {
                                                break outer;
                                            }
                                            default -> n -= 2;
                                        }
                                        y += 1;
                                    }
                                    y *= y;
                                }
                                n++;
                                y += x * x;
                            }
                            return y;
                        }
                        """, "f")
                .at(0.7, 0)
                .at(0.7, 1)
                .at(0.7, 2)
                .at(0.7, 3)
                .at(0.7, 4)
                .at(0.7, 5)
                .at(0.7, 7);
    }

    /** The same label twice, one after the other, and a variable of the same name beside it. */
    @Test
    void namesOfLabels() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double next, int n) {
                            double chosen = 1;
                            next:
                            for (double t = next; t < 9; t = Math.exp(t) + n) {
                                chosen *= t;
                                if (n > 0) {
                                    continue next;
                                }
                                chosen += 1;
                            }
                            next:
                            {
                                chosen *= switch (n) {
                                    case 0 -> {
                                        while (true) {
                                            yield next;
                                        }
                                    }
                                    default -> chosen;
                                };
                                if (n == 1) {
                                    break next;
                                }
                                chosen *= 2;
                            }
                            return chosen;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }
}
