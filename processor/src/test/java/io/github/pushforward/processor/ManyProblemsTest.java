package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Several problems in one compilation: all of them in one run, none twice, none because of another. */
class ManyProblemsTest {

    @Test
    void inOneMethod() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x, java.util.List<Double> list, String s, int n) {
                            «class Local {}
                            double sum = 0;
                            for (double element : list) {
                                sum += element;
                            }
                            if (s instanceof String) {
                                Object o = new Object() { int «n; };
                            } else {
                                sum += «unknown;
                            }
                            while (n > 0) {
                                «record Pair(int first, int second) {}
                                n--;
                            }
                            return sum * «nothing;
                        }
                        """)
                .withEach(
                        "UnsupportedStatement",
                        "UnsupportedExpression",
                        "UnresolvedName",
                        "UnsupportedStatement",
                        "UnresolvedName");
    }

    @Test
    void inOneSignature() {
        Refused.members("""
                        @Differentiable
                        static «Double f(Double «x, double y) throws «Hidden {
                            return y;
                        }
                        private static class Hidden extends Exception {
                            private static final long serialVersionUID = 1;
                        }
                        """).withEach("UnsupportedType", "UnsupportedType", "NotAccessible");
    }

    @Test
    void inSeveralMethods() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «class Local {}
                            return x;
                        }
                        @Differentiable
                        static double fine(double x) {
                            return x * x;
                        }
                        @Differentiable
                        static int «g(double x) {
                            return 1;
                        }
                        @Differentiable
                        static double h(double x) {
                            return java.awt.geom.Point2D«.distance(x, x, 0, 0);
                        }
                        """).withEach("UnsupportedStatement", "NothingToDifferentiate", "NoTangent");
    }

    @Test
    void inAHelperOfTwoMethods() {
        Refused.members("""
                        static double helper(double x) {
                            «class Local {}
                            return x;
                        }
                        @Differentiable
                        static double f(double x) {
                            return helper(x);
                        }
                        @Differentiable
                        static double g(double x, double y) {
                            return helper(x) * helper(y);
                        }
                        """).with("UnsupportedStatement", "a local class");
    }

    /** The same helper, differentiated for two patterns of active arguments. */
    @Test
    void inAHelperWithTwoPatterns() {
        Refused.members("""
                        static double helper(double x, double y) {
                            return java.awt.geom.Point2D«.distance(x, x, 0, 0) * y;
                        }
                        @Differentiable
                        static double f(double x) {
                            return helper(x, 1) * helper(x, x);
                        }
                        """).with("NoTangent", "java.awt.geom.Point2D.distance");
    }

    @Test
    void inAnAnnotatedMethodThatAnotherCalls() {
        Refused.members("""
                        @Differentiable
                        static double g(double x) {
                            «class Local {}
                            return x;
                        }
                        @Differentiable
                        static double f(double x) {
                            return g(x) * x;
                        }
                        """).with("UnsupportedStatement", "a local class");
    }

    @Test
    void inAnAnnotatedMethodOfAnotherClass() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return Other.g(x) * x;
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Other {
                            @Differentiable
                            static double g(double x) {
                                «class Local {}
                                return x;
                            }
                        }
                        """).with("UnsupportedStatement", "a local class");
    }

    @Test
    void theConstantArrayIsReportedOnce() {
        Refused.members("""
                        static double read(double[] c) {
                            return c[0] * c[1];
                        }
                        @Differentiable
                        static double f(double x, @Constant double[] c) {
                            c[0] «= x;
                            double y = c[0] * x;
                            return read(c) + y;
                        }
                        """).with("ConstantReceivesActiveValue", "c");
    }

    @Test
    void unresolvedNamesBesideOtherProblems() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «class Local {}
                            return x * «nothing;
                        }
                        @Differentiable
                        static double g(double x) {
                            return x * «alsoNothing;
                        }
                        """).withEach("UnsupportedStatement", "UnresolvedName", "UnresolvedName");
    }

    @Test
    void equalProblemsAtTwoPlaces() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            Object a = new Object() { int «n; };
                            Object b = new Object() { int «n; };
                            return x;
                        }
                        """).withEach("UnsupportedExpression", "UnsupportedExpression");
    }

    /** Whatever is wrong with the rules of one method, the others are looked at. */
    @Test
    void besideBrokenRules() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        import io.github.pushforward.TangentOf;
                        import io.github.pushforward.runtime.Dual;
                        final class Demo {
                            @Differentiable(rules = Rules.class)
                            static double f(double x) {
                                return java.awt.geom.Point2D.distance(x, 0, 0, 0);
                            }
                            @Differentiable
                            static double g(double x) {
                                return java.awt.geom.Point2D«.distance(x, 0, 0, 0);
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.TangentOf;
                        import io.github.pushforward.runtime.Dual;
                        final class Rules {
                            @TangentOf(type = java.awt.geom.Point2D.class, method = "distance")
                            static Dual «distance(double x, double xTangent) {
                                return new Dual(x, xTangent);
                            }
                        }
                        """.replace("import io.github.pushforward.Differentiable;\n", ""))
                .withEach("NoTangent", "BadRule");
    }

    /** Of every kind, each independent of the others, however they are found. */
    @Test
    void ofAllKindsInOneMethod() {
        Refused.members("""
                        private static double state;
                        private static final double[] TABLE = {System.nanoTime()};
                        @Differentiable
                        static double f(double x, @Constant double[] c, java.util.List<java.util.function.DoubleUnaryOperator> all) {
                            «class Local {}
                            double y = java.awt.geom.Point2D«.distance(x, 0, 0, 0);
                            c[0] «= x * y;
                            all.add(«v -> v * x);
                            Object box = x;
                            double z = «(Double) box;
                            y += «state;
                            y += «unknown;
                            return y * Double«.longBitsToDouble(Double.doubleToLongBits(x));
                        }
                        """.replace("System.nanoTime()", "1"))
                .withEach(
                        "UnsupportedStatement",
                        "NoTangent",
                        "ConstantReceivesActiveValue",
                        "UnsupportedExpression",
                        "UnsupportedExpression",
                        "NotAccessible",
                        "UnresolvedName",
                        "NoTangent");
    }

    @Test
    void inOneExpression() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, double[] y) {
                            return «unknown * Math.max(«alsoUnknown, y[«neither]) + (x - «last);
                        }
                        @Differentiable
                        static double g(double x, double[] y) {
                            if (java.awt.geom.Point2D«.distance(x, 0, 0, 0) > 1) {
                                return java.awt.geom.Point2D«.distance(x, 0, 1, 0) + java.awt.geom.Point2D«.distance(x, 0, 2, 0);
                            }
                            return x;
                        }
                        """.replace("if (java.awt.geom.Point2D«.distance(x, 0, 0, 0) > 1) {", "if (x > 1) {"))
                .withEach(
                        "UnresolvedName",
                        "UnresolvedName",
                        "UnresolvedName",
                        "UnresolvedName",
                        "NoTangent",
                        "NoTangent");
    }

    /** What stands in a statement that depends on a refused one is no further problem. */
    @Test
    void noneIsAConsequence() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, java.util.List<Double> list) {
                            double y = «unknown;
                            var z = y * x;
                            double[] a = {y, z};
                            a[0] += z;
                            for (double v : a) {
                                y += v;
                            }
                            java.util.function.DoubleUnaryOperator g = v -> v * z;
                            return g.applyAsDouble(y) + z;
                        }
                        """).with("UnresolvedName", "unknown");
    }

    /** A method of another class that is differentiated along: where it is, and for whom. */
    @Test
    void inAMethodOfAnotherFile() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(Vec v, double x) {
                                return v.length() * x;
                            }
                            @Differentiable
                            static double g(Vec v) {
                                return v.length();
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Other {
                            @Differentiable
                            static double f(Vec v, double x) {
                                return v.length() + x;
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        record Vec(double x, double y) {
                            double length() {
                                return java.awt.geom.Point2D«.distance(x, y, 0, 0);
                            }
                        }
                        """).with("NoTangent", "(found in differentiating demo.Demo)");
    }
}
