package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Errors that few will ever see: each at its place, with what to do about it. */
class RareErrorsTest {

    @Test
    void aMarkedClassThatIsOutOfSightOfTheOneAboveIt() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        public class Above {
                            public double x;
                        }
                        """, """
                        package other;
                        import demo.Above;
                        import io.github.pushforward.Differentiable;
                        @Differentiable
                        «class Below extends Above {
                            public double y;
                        }
                        """).with("NotAccessible", "the class Below is not public", "make it public");
    }

    /** There is nothing to copy; its result is an integer, so that it has no derivative either. */
    @Test
    void aPrivateNativeMethod() {
        Refused.members("""
                        private static native int deeper(double y);
                        @Differentiable @SuppressWarnings("pushforward")
                        static double f(double x) {
                            return x * «deeper(x);
                        }
                        """)
                .with("NotAccessible", "the method deeper is private and has no body", "make it package-private");
    }

    @Test
    void aFunctionForAMethodThatAnAnonymousClassAdds() {
        Refused.members("""
                        interface Shape {
                            double area(double x);
                        }
                        @Differentiable
                        static double f(double a) {
                            Shape shape = new Shape() {
                                public double area(double x) {
                                    return «twice(v -> v * a, x);
                                }
                                double twice(java.util.function.DoubleUnaryOperator g, double x) {
                                    return g.applyAsDouble(x) * 2;
                                }
                            };
                            return shape.area(3);
                        }
                        """)
                .with("UnsupportedExpression", "a function is handed to a method that an anonymous class adds");
    }

    @Test
    void functionsInAParameterOfVariableArity() {
        Refused.members("""
                        static double sum(double x, java.util.function.DoubleUnaryOperator... all) {
                            double sum = 0;
                            for (java.util.function.DoubleUnaryOperator g : all) {
                                sum += g.applyAsDouble(x);
                            }
                            return sum;
                        }
                        @Differentiable
                        static double f(double a) {
                            return «sum(a, v -> v * a, v -> v + a);
                        }
                        """)
                .with("UnsupportedExpression", "functions as arguments of variable arity", "a parameter of its own");
    }

    @Test
    void aFunctionForAParameterWithoutDualForm() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double a) {
                                return Other.apply(«v -> v * a, a);
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Other {
                            @Differentiable
                            static double apply(java.util.function.Function<Double, Double> g, double x) {
                                return x;
                            }
                        }
                        """)
                .with("UnsupportedExpression", "of a type that has no dual form", "such as DoubleUnaryOperator");
    }

    @Test
    void aFieldOfAnAnonymousObject() {
        Refused.members("""
                        static class Scale {
                            double factor;
                            double of(double x) {
                                return x * «factor;
                            }
                        }
                        @Differentiable
                        static double f(double a) {
                            Scale scale = new Scale() {};
                            return scale.of(a);
                        }
                        """)
                .with(
                        "UnsupportedExpression",
                        "the field factor of an object of an anonymous class",
                        "use a local variable");
    }
}
