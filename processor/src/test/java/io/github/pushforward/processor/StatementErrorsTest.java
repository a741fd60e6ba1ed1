package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Statements that cannot be differentiated: one error each, at the statement. */
class StatementErrorsTest {

    @Test
    void switchStatement() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            «switch (n) {
                                case 0:
                                    return x;
                                default:
                                    return x * x;
                            }
                        }
                        """).with("UnsupportedStatement", "switch");
    }

    @Test
    void tryStatement() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «try {
                                x *= 2;
                            } finally {
                                x *= 3;
                            }
                            return x;
                        }
                        """).with("UnsupportedStatement", "try");
    }

    @Test
    void synchronizedStatement() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, Object lock) {
                            «synchronized (lock) {
                                return x;
                            }
                        }
                        """).with("UnsupportedStatement", "synchronized");
    }

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
                            return x;
                        }
                        """).with("UnsupportedStatement", "a local class");
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
                                    if (i > 2) «synchronized (Demo.class) {} else x *= 2;
                                } while (x < 10);
                            }
                            return x;
                        }
                        """).with("UnsupportedStatement", "synchronized");
    }
}
