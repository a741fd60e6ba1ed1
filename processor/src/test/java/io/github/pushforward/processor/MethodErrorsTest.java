package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Methods that cannot be differentiated because of what they are: errors at the declaration, or the part of it to blame. */
class MethodErrorsTest {

    @Test
    void genericMethod() {
        Refused.members("""
                        @Differentiable
                        static <T> double «f(double x, T t) {
                            return x;
                        }
                        """).with("UnsupportedMethod", "the generic method f");
    }

    @Test
    void throwsClauseThatNamesSomethingPrivate() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) throws java.io.IOException, «Hidden {
                            return x;
                        }
                        private static class Hidden extends Exception {
                            private static final long serialVersionUID = 1;
                        }
                        """).with("NotAccessible", "Hidden is private", "make it package-private");
    }

    @Test
    void abstractMethod() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        abstract class Demo {
                            @Differentiable
                            abstract double «f(double x);
                        }
                        """).with("UnsupportedMethod", "f", "no body");
    }

    @Test
    void interfaceMethod() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        interface Demo {
                            @Differentiable
                            double «f(double x);
                        }
                        """).with("UnsupportedMethod", "f", "no body");
    }

    @Test
    void nativeMethod() {
        Refused.members("""
                        @Differentiable
                        static native double «f(double x);
                        """).with("UnsupportedMethod", "f", "no body");
    }

    @Test
    void privateMethod() {
        Refused.members("""
                        @Differentiable
                        private static double «f(double x) {
                            return x;
                        }
                        """).with("NotAccessible", "f is private", "package-private");
    }

    @Test
    void methodOfAPrivateClass() {
        Refused.members("""
                        private static final class Inner {
                            @Differentiable
                            static double «f(double x) {
                                return x;
                            }
                        }
                        """).with("NotAccessible", "f", "private");
    }

    @Test
    void aConstantFloatParameterIsFine() {
        Compiled.members("""
                @Differentiable
                static double f(double x, @Constant float y, @Constant float[] z) {
                    return x * y * z[0];
                }
                """);
    }

    @Test
    void boxedParameter() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, Double «y) {
                            return x;
                        }
                        """).with("UnsupportedType", "Double", "write double");
    }

    @Test
    void boxedParameterThatIsUsed() {
        Refused.members("""
                        @Differentiable
                        static double f(Double «x) {
                            return x * x;
                        }
                        """).with("UnsupportedType", "Double", "write double");
    }

    @Test
    void boxedResult() {
        Refused.members("""
                        @Differentiable
                        static «Double f(double x) {
                            return x;
                        }
                        """).with("UnsupportedType", "Double", "write double");
    }

    @Test
    void noActiveParameter() {
        Refused.members("""
                        @Differentiable
                        static double «f(@Constant double x, int n) {
                            return x * n;
                        }
                        """).with("NothingToDifferentiate", "f has no active parameter");
    }

    /** An object may have been meant as the input: the advice names the mark that its class lacks. */
    @Test
    void objectOfUnmarkedClassAlone() {
        Refused.members("""
                        @Differentiable
                        static double «f(Inputs inputs) {
                            return inputs.x;
                        }
                        static final class Inputs {
                            double x;
                        }
                        """)
                .with("NothingToDifferentiate", "f has no active parameter", "a class marked @Differentiable");
    }

    @Test
    void noParameter() {
        Refused.members("""
                        @Differentiable
                        static double «f() {
                            return 1;
                        }
                        """).with("NothingToDifferentiate", "f has no active parameter");
    }

    @Test
    void integerResult() {
        Refused.members("""
                        @Differentiable
                        static int «f(double x) {
                            return (int) x;
                        }
                        """).with("NothingToDifferentiate", "f returns int");
    }

    @Test
    void voidThatWritesNothing() {
        Refused.members("""
                        @Differentiable
                        static void «f(double[] x) {
                            double y = x[0];
                        }
                        """).with("NothingToDifferentiate", "f returns void");
    }

    @Test
    void voidThatWritesItsOwnArrayAlone() {
        Refused.members("""
                        @Differentiable
                        static void «f(double[] x, int n) {
                            double[] y = new double[n];
                            y[0] = x[0];
                        }
                        """).with("NothingToDifferentiate", "f returns void");
    }

    @Test
    void aMethodOfAPrivateClass() {
        Refused.members("""
                        private static final class Hidden {
                            @Differentiable
                            static double «f(double x) {
                                return x;
                            }
                        }
                        """).with("NotAccessible", "the class Hidden is private", "make Hidden package-private");
    }

    @Test
    void aNameThatAnotherMethodGenerates() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return x;
                        }
                        @Differentiable
                        static double «fForward(double x, java.util.random.RandomGenerator random) {
                            return x;
                        }
                        """).with("NameClash", "fForward and f would both generate fForward");
    }

    @Test
    void aGeneratedClassThatExistsAlready() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final «class Demo {
                            @Differentiable
                            static double f(double x) {
                                return x;
                            }
                        }
                        """, """
                        package demo;
                        final class DemoTangent {}
                        """).with("NameClash", "would generate demo.DemoTangent", "rename that class");
    }

    @Test
    void parameterOfAPrivateType() {
        Refused.members("""
                        private enum Kind { LINEAR }
                        @Differentiable
                        static double f(double x, Kind «kind) {
                            return x;
                        }
                        """).with("NotAccessible", "Kind is private", "make it package-private");
    }

    @Test
    void variableOfAPrivateType() {
        Refused.members("""
                        private enum Kind { LINEAR }
                        @Differentiable
                        static double f(double x) {
                            «Kind kind;
                            return x;
                        }
                        """).with("NotAccessible", "Kind is private", "make it package-private");
    }
}
