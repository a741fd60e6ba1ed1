package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no second derivatives, and where the compiler says so. */
class SecondOrderErrorsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void anOrderThatThereIsNot(int order) {
        Refused.members("""
                        «@Differentiable(order = %d)
                        static double f(double x) { return x; }
                        """.formatted(order)).with("UnsupportedMethod", "order = " + order, "order = 2");
    }

    @Test
    void theOrderOfAClass() {
        Refused.members("""
                        «@Differentiable(order = 2)
                        record Pair(double x, double y) {}
                        """).with("UnsupportedType", "a class has no order");
    }

    @Test
    void aFunctionFromOutside() {
        Refused.members("""
                        @Differentiable(order = 2)
                        static double f(double x, java.util.function.DoubleUnaryOperator g) {
                            return g«.applyAsDouble(x);
                        }
                        """).with("UnsupportedMethod", "functions", "order = 1");
    }

    @Test
    void aFunctionForAnotherClass() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable(order = 2)
                            static double f(double x) { return Other.twice(«y -> y * x, x); }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        import java.util.function.DoubleUnaryOperator;
                        final class Other {
                            @Differentiable
                            static double twice(DoubleUnaryOperator g, double x) {
                                return g.applyAsDouble(g.applyAsDouble(x));
                            }
                        }
                        """).with("UnsupportedMethod", "functions", "order = 1");
    }

    @Test
    void anActiveObjectAsParameter() {
        Refused.members("""
                        @Differentiable
                        record Pair(double x, double y) {}
                        @Differentiable(order = 2)
                        static double f(Pair «pair) { return pair.x() * pair.y(); }
                        """).with("UnsupportedMethod", "objects of active classes", "numbers");
    }

    @Test
    void anActiveObjectWithin() {
        Refused.members("""
                        @Differentiable
                        record Pair(double x, double y) {}
                        @Differentiable(order = 2)
                        static double f(double x) {
                            Pair pair = «new Pair(x, x * x);
                            return pair.x() * pair.y();
                        }
                        """).with("UnsupportedMethod", "objects of active classes", "numbers");
    }

    @Test
    void anActiveReceiver() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        record Pair(double x, double y) {
                            @Differentiable(order = 2)
                            double «f() { return x * y; }
                        }
                        """).with("UnsupportedMethod", "objects of active classes", "numbers");
    }

    @Test
    void overloadsWhoseSecondDerivativesHaveOneSignature() {
        Refused.members("""
                        @Differentiable(order = 2)
                        static double f(double x) { return x * x; }
                        @Differentiable(order = 2)
                        static double «f(double x, @Constant double y) { return x * x * y; }
                        """).with("NameClash", "f(double, double, double, double)", "rename");
    }

    @Test
    void aMethodOfTheNameOfAHessian() {
        Refused.members("""
                        @Differentiable(order = 2)
                        static double f(double x) { return x * x; }
                        @Differentiable
                        static double «fHessian(double x) { return x * x * x; }
                        """).with("NameClash", "fHessian(double)", "rename");
    }

    @Test
    void aClassOfTheNameOfASibling() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo«SecondOrder {}
                        final class Demo {
                            @Differentiable(order = 2)
                            static double f(double x) { return x * x; }
                        }
                        """.replace(
                                "Demo«SecondOrder {}\nfinal class Demo {", "DemoSecondOrder {}\nfinal «class Demo {"))
                .with("NameClash", "DemoSecondOrder");
    }
}
