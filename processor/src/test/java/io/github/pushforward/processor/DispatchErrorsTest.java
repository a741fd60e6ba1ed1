package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Methods without a body that cannot go to an implementation with a tangent. */
class DispatchErrorsTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    /** Two methods of one signature were generated, which the compiler refused. */
    @Test
    void aMethodOfTheNameOfTheFormForSuperCalls() {
        Refused.sources(PREAMBLE + """
                        class Above {
                            @Differentiable
                            double at(double x) {
                                return x * x;
                            }

                            @Differentiable
                            double «atWithoutDispatch(double x) {
                                return x;
                            }
                        }
                        """, PREAMBLE + """
                        class Below extends Above {
                            @Override
                            @Differentiable
                            double at(double x) {
                                return super.at(x) * x;
                            }
                        }
                        """)
                .with("NameClash", "atWithoutDispatch and at would both generate atWithoutDispatch");
    }

    @Test
    void nothingImplementsAnAnnotatedMethod() {
        Refused.sources(PREAMBLE + """
                        interface Shape {
                            @Differentiable
                            double «area(double r);
                        }
                        """).with("UnsupportedMethod", "area has no body, and no known class implements it");
    }

    @Test
    void nothingAnnotatedImplementsAnAnnotatedMethod() {
        Refused.sources(PREAMBLE + """
                        interface Shape {
                            @Differentiable
                            double «area(double r);
                        }
                        """, PREAMBLE + """
                        final class Square implements Shape {
                            @Override
                            public double area(double r) {
                                return r * r;
                            }
                        }
                        """)
                .with("UnsupportedMethod", "area has no body", "annotate the methods that implement it");
    }

    @Test
    void nothingImplementsAMethodThatIsCalled() {
        Refused.members("""
                        interface Shape {
                            double area(double r);
                            double length(double r);
                        }
                        @Differentiable
                        static double f(Shape shape, double r) {
                            return shape«.area(r);
                        }
                        """)
                .with("NoTangent", "the call of demo.Demo.Shape.area", "implemented by classes of this compilation");
    }

    @Test
    void anImplementationElsewhereWithoutATangent() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            sealed interface Shape permits Square, Circle {
                                double area(double r);
                            }
                            record Circle() implements Shape {
                                @Override
                                public double area(double r) {
                                    return 3 * r * r;
                                }
                            }
                            @Differentiable
                            static double f(Shape shape, double r) {
                                double constant = shape.area(2);
                                return shape«.area(r) + constant;
                            }
                        }
                        """, """
                        package demo;
                        final class Square implements Demo.Shape {
                            @Override
                            public double area(double r) {
                                return r * r;
                            }
                        }
                        """)
                .with("NoTangent", "the call of demo.Square.area", "annotate area with @Differentiable");
    }

    @Test
    void aPrivateImplementation() {
        Refused.members("""
                        sealed interface Shape permits Square {
                            double area(double r);
                        }
                        private record Square() implements Shape {
                            @Override
                            public double area(double r) {
                                return r * r;
                            }
                        }
                        @Differentiable
                        static double f(Shape shape, double r) {
                            return shape«.area(r);
                        }
                        """).with("NoTangent", "the call of demo.Demo.Shape.area", "none of them private");
    }

    @Test
    void anImplementationWithMoreConstants() {
        Refused.sources(PREAMBLE + """
                        interface Shape {
                            @Differentiable
                            double «area(double r, double h);
                        }
                        """, PREAMBLE + """
                        record Square() implements Shape {
                            @Differentiable
                            @Override
                            public double area(double r, @Constant double h) {
                                return r * h;
                            }
                        }
                        """)
                .with("NoTangent", "demo.Square.area implements area, but its @Constant parameters are others");
    }

    @Test
    void anErrorInAnImplementation() {
        Refused.members("""
                        sealed interface Shape permits Square {
                            double area(double r);
                        }
                        record Square() implements Shape {
                            @Override
                            public double area(double r) {
                                return Double.longBitsToDouble(Double.«doubleToLongBits(r));
                            }
                        }
                        @Differentiable
                        static double f(Shape shape, double r) {
                            return shape.area(r);
                        }
                        """.replace("Double.«doubleToLongBits", "Double.doubleToLongBits")
                        .replace("Double.longBitsToDouble", "Double«.longBitsToDouble"))
                .with("NoTangent", "makes a number from bits");
    }

    @Test
    void aFieldInTheBodyOfAnEnumConstant() {
        Refused.members("""
                        enum Kind {
                            LINEAR {
                                final double «slope = Math.random();
                                @Override
                                double of(double x) {
                                    return slope * x;
                                }
                            };
                            abstract double of(double x);
                        }
                        @Differentiable
                        static double f(Kind kind, double x) {
                            return kind.of(x);
                        }
                        """)
                .with("UnsupportedMethod", "the body of LINEAR has or uses members that others cannot reach");
    }

    @Test
    void aMethodOfTheBodyOfAnEnumConstant() {
        Refused.members("""
                        enum Kind {
                            LINEAR {
                                @Override
                                double of(double x) {
                                    return «slope() * x;
                                }
                                double slope() {
                                    return 2;
                                }
                            };
                            abstract double of(double x);
                        }
                        @Differentiable
                        static double f(Kind kind, double x) {
                            return kind.of(x);
                        }
                        """)
                .with("UnsupportedMethod", "the body of LINEAR has or uses members that others cannot reach");
    }

    @Test
    void aParameterOfATypeVariable() {
        Refused.sources(PREAMBLE + """
                        interface Model<S> {
                            @Differentiable
                            double at(java.util.List<? extends «S> states, double x);
                        }
                        """.replace("java.util.List<? extends «S>", "java.util.List«<? extends S>"))
                .with("UnsupportedMethod", "the type of states has type variables");
    }

    @Test
    void aValueKeptByAnImplementation() {
        Refused.members("""
                        interface Shape {
                            double area(double r);
                        }
                        static final class Square implements Shape {
                            double last;
                            @Override
                            public double area(double r) {
                                last «= r;
                                return r * r;
                            }
                        }
                        @Differentiable
                        static double f(Shape shape, double r) {
                            return shape.area(r);
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.Square.last");
    }
}
