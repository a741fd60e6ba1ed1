package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Statements that cannot be differentiated: one error each, at the statement. */
class StatementErrorsTest {

    @Test
    void localClass() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «class Local {}
                            return x;
                        }
                        """).with("UnsupportedStatement", "a local class");
    }

    @Test
    void localRecord() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «record Pair(double a, double b) {}
                            Pair pair = new Pair(1, 2);
                            double a = pair.a() + Pair.of(1).b();
                            return x * a;
                        }
                        """)
                .with("UnsupportedStatement", "a local record", "as a member of the class around the method");
    }

    /** A statement at any depth, and where the statement that holds it is fine. */
    @Test
    void insideOtherStatements() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            outer:
                            for (int i = 0; i < n; i++) {
                                do {
                                    if (i > 2) { «class Local {} } else x *= 2;
                                    switch (n) {
                                        case 0:
                                            «interface Shape {}
                                            break;
                                        default:
                                            x += switch (i) {
                                                case 0 -> {
                                                    «enum Kind { LINEAR }
                                                    yield 1;
                                                }
                                                default -> 2;
                                            };
                                    }
                                } while (x < 10);
                            }
                            return x;
                        }
                        """).withEach("UnsupportedStatement", "UnsupportedStatement", "UnsupportedStatement");
    }

    /** Each result has a type of its own, and no variable says what they have in common. */
    @Test
    void switchOverValuesOfDifferentTypes() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            var mixed = «switch (n) { case 0 -> "text"; default -> 1; };
                            return x;
                        }
                        """).with("UnsupportedExpression", "values of different types", "a type that you write down");
    }

    /** A function is no object, so that nothing would be there to close. */
    @Test
    void aLambdaAsAResource() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int[] closed) throws Exception {
                            double y = x;
                            try (AutoCloseable counter = «() -> closed[0]++) {
                                y = y * x;
                            }
                            return y;
                        }
                        """)
                .with(
                        "UnsupportedStatement",
                        "the resource counter is a lambda, a method reference or an anonymous class",
                        "write what it does in a finally block");
    }
}
