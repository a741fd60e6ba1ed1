package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.constant;
import static io.github.pushforward.processor.support.InstanceMethod.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.InstanceMethod;
import org.junit.jupiter.api.Test;

/** Methods of interfaces without a body: their tangents go to the class of the receiver. */
class InterfaceDispatchTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;
    private static final String SHAPE = PREAMBLE + """
            interface Shape {
                @Differentiable
                double area(double r);
            }
            """;
    private static final String CIRCLE = PREAMBLE + """
            record Circle(double k) implements Shape {
                @Differentiable
                @Override
                public double area(double r) {
                    return k * Math.PI * r * r;
                }
            }
            """;
    private static final String SQUARE = PREAMBLE + """
            final class Square implements Shape {
                @Differentiable
                @Override
                public double area(double side) {
                    return side * side;
                }
            }
            """;

    @Test
    void annotatedImplementationsInOtherFiles() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE, SQUARE);

        InstanceMethod.of(compiled, "demo.Shape", "area")
                .at(object(compiled, "demo.Circle", 2.0), -1, 0.5, 3)
                .at(object(compiled, "demo.Square"), -1, 0.5, 3);
    }

    @Test
    void gradient() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE, SQUARE);

        Object gradient = compiled.call("demo.ShapeGradient", "area", object(compiled, "demo.Square"), 3.0);

        assertThat(gradient).hasToString("AreaGradient[value=9.0, r=6.0]");
    }

    @Test
    void anUnknownClassIsRefusedByName() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE, SQUARE, PREAMBLE + """
                final class Shapes {
                    static Shape lambda() {
                        return r -> r * r * r;
                    }
                    static Shape anonymous() {
                        return new Shape() {
                            @Override
                            public double area(double r) {
                                return r;
                            }
                        };
                    }
                }
                """);

        for (String made : new String[] {"lambda", "anonymous"}) {
            Object shape = compiled.call("demo.Shapes", made);
            assertThatThrownBy(() -> compiled.call("demo.ShapeTangent", "area", shape, 2.0, 1.0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("demo.Shape.area")
                    .hasMessageContaining(shape.getClass().getName())
                    .hasMessageContaining("annotate");
        }
    }

    @Test
    void aClassWithoutATangentIsRefusedByName() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE, PREAMBLE + """
                final class Plain implements Shape {
                    @Override
                    public double area(double r) {
                        return r;
                    }
                }
                """);
        Object plain = object(compiled, "demo.Plain");

        assertThatThrownBy(() -> compiled.call("demo.ShapeTangent", "area", plain, 2.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Plain");
    }

    @Test
    void nullIsNull() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE);

        assertThatThrownBy(() -> compiled.call("demo.ShapeTangent", "area", null, 2.0, 1.0))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void callersGoToTheInterface() {
        Compiled compiled = Compiled.sources(SHAPE, CIRCLE, SQUARE, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double total(Shape[] shapes, double r) {
                        double sum = 0;
                        for (Shape shape : shapes) {
                            sum += shape.area(r * sum + 1);
                        }
                        return sum;
                    }
                }
                """);
        Object[] shapes = (Object[]) java.lang.reflect.Array.newInstance(compiled.load("demo.Shape"), 3);
        shapes[0] = object(compiled, "demo.Circle", 0.25);
        shapes[1] = object(compiled, "demo.Square");
        shapes[2] = shapes[0];

        Differentiated.method(compiled, "total", false, true).at(shapes, 0.5).at(shapes, -0.25);
    }

    @Test
    void unannotatedImplementationsOfTheSameTopLevelClass() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Kernel {
                    @Differentiable
                    double at(double x);

                    record Gauss(double width) implements Kernel {
                        @Override
                        public double at(double x) {
                            return Math.exp(-x * x / width);
                        }
                    }
                    class Scaled implements Kernel {
                        final Kernel inner;
                        final double factor = 1.5;
                        Scaled(Kernel inner) {
                            this.inner = inner;
                        }
                        @Override
                        public double at(double x) {
                            return factor * inner.at(x * factor);
                        }
                    }
                    enum Fixed implements Kernel {
                        FLAT, STEEP;
                        @Override
                        public double at(double x) {
                            return (ordinal() + 2) * x * x;
                        }
                    }
                }
                """);
        Object gauss = object(compiled, "demo.Kernel$Gauss", 2.0);

        InstanceMethod.of(compiled, "demo.Kernel", "at")
                .at(gauss, -1, 0.5)
                .at(object(compiled, "demo.Kernel$Scaled", gauss), -1, 0.5)
                .at(object(compiled, "demo.Kernel$Scaled", object(compiled, "demo.Kernel$Scaled", gauss)), 0.5)
                .at(constant(compiled, "demo.Kernel$Fixed", "STEEP"), -1, 0.5);
    }

    @Test
    void anUnknownSubclassOfAnImplementation() {
        Compiled compiled = Compiled.sources(SHAPE, PREAMBLE + """
                class Circle implements Shape {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return r * r;
                    }
                    static Shape odd() {
                        return new Circle() {
                            @Override
                            public double area(double r) {
                                return r;
                            }
                        };
                    }
                }
                """);
        Object odd = compiled.call("demo.Circle", "odd");

        assertThatThrownBy(() -> compiled.call("demo.ShapeTangent", "area", odd, 2.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Circle$1");
    }

    @Test
    void severalLevels() {
        Compiled compiled = Compiled.sources(
                SHAPE, PREAMBLE + """
                interface Round extends Shape {
                    @Differentiable
                    @Override
                    default double area(double r) {
                        return 3 * r * r;
                    }
                }
                """, PREAMBLE + """
                abstract class Base implements Shape {
                    final double k = 0.5;
                }
                """, PREAMBLE + """
                class Disk extends Base {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return k * r * r;
                    }
                }
                """, PREAMBLE + """
                final class Ring extends Disk implements Round {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return super.area(r) - r;
                    }
                }
                """, PREAMBLE + """
                final class Ball implements Round {}
                """, PREAMBLE + """
                final class Sub extends Disk implements Round {}
                """);

        InstanceMethod.of(compiled, "demo.Shape", "area")
                .at(object(compiled, "demo.Disk"), -1, 0.5)
                .at(object(compiled, "demo.Ring"), -1, 0.5)
                .at(object(compiled, "demo.Ball"), -1, 0.5)
                .at(object(compiled, "demo.Sub"), -1, 0.5);
        InstanceMethod.of(compiled, "demo.Round", "area")
                .at(object(compiled, "demo.Ring"), -1, 0.5)
                .at(object(compiled, "demo.Ball"), -1, 0.5);
    }

    /** It overrides the interface's method in a subclass alone. */
    @Test
    void anImplementationInheritedFromAClassThatDoesNotKnowTheInterface() {
        Compiled compiled = Compiled.sources(SHAPE, PREAMBLE + """
                class Polygon {
                    @Differentiable
                    public double area(double r) {
                        return r * r * r;
                    }
                }
                """, PREAMBLE + """
                class Hexagon extends Polygon implements Shape {}
                """, PREAMBLE + """
                final class Regular extends Hexagon {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return 2 * super.area(r);
                    }
                }
                """);

        InstanceMethod.of(compiled, "demo.Shape", "area")
                .at(object(compiled, "demo.Hexagon"), -1, 0.5)
                .at(object(compiled, "demo.Regular"), -1, 0.5);
    }

    @Test
    void anAbstractMethodDeclaredAgain() {
        Compiled compiled = Compiled.sources(
                SHAPE,
                PREAMBLE + """
                abstract class Base implements Shape {
                    @Override
                    public abstract double area(double r);
                }
                """,
                PREAMBLE + """
                abstract class Marked implements Shape {
                    @Differentiable
                    @Override
                    public abstract double area(double r);
                }
                """,
                CIRCLE.replace("implements Shape", "implements Shape, java.io.Serializable"),
                PREAMBLE + """
                final class Disk extends Base {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return r * r;
                    }
                }
                """,
                PREAMBLE + """
                final class Ball extends Marked {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return r * r * r;
                    }
                }
                """);

        InstanceMethod.of(compiled, "demo.Shape", "area")
                .at(object(compiled, "demo.Circle", 1.5), -1, 0.5)
                .at(object(compiled, "demo.Disk"), -1, 0.5)
                .at(object(compiled, "demo.Ball"), -1, 0.5);
        InstanceMethod.of(compiled, "demo.Marked", "area").at(object(compiled, "demo.Ball"), -1, 0.5);
    }

    @Test
    void methodsThatWriteToArrays() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Flow {
                    @Differentiable
                    void step(double[] x, double h, @Constant double[] weights);
                }
                """, PREAMBLE + """
                record Decay(double rate) implements Flow {
                    @Differentiable
                    @Override
                    public void step(double[] x, double h, @Constant double[] weights) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] -= h * rate * x[i] * weights[i];
                        }
                    }
                }
                """, PREAMBLE + """
                final class Still implements Flow {
                    @Differentiable
                    @Override
                    public void step(double[] x, double h, @Constant double[] weights) {
                        x[0] += h;
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double[] run(Flow flow, double[] start, double h, @Constant double[] weights) {
                        double[] x = start.clone();
                        for (int i = 0; i < 3; i++) {
                            flow.step(x, h * x[0], weights);
                        }
                        return x;
                    }
                }
                """);
        Object[] flows = {object(compiled, "demo.Decay", 0.3), object(compiled, "demo.Still")};

        for (Object flow : flows) {
            Differentiated.method(compiled, "run", false, true, true, false)
                    .at(flow, new double[] {1, 2}, 0.1, new double[] {3, 4});
        }
    }

    @Test
    void anImplementationThatDoesNotDependOnTheArgument() {
        Compiled compiled = Compiled.sources(SHAPE, PREAMBLE + """
                final class Point implements Shape {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return 0 * r;
                    }
                }
                """, CIRCLE);

        InstanceMethod.of(compiled, "demo.Shape", "area").at(object(compiled, "demo.Point"), 0.5);
    }

    @Test
    void aGenericInterface() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Model<S> {
                    double at(S state, double x);

                    final class Named implements Model<String> {
                        @Override
                        public double at(String state, double x) {
                            return state.length() * x * x;
                        }
                    }
                    final class Counted<N extends Number> implements Model<N> {
                        @Override
                        public double at(N state, double x) {
                            return state.intValue() * Math.sin(x);
                        }
                    }
                    final class Use {
                        @Differentiable
                        static double named(Model<String> model, double x) {
                            return model.at("four", x);
                        }
                        @Differentiable
                        static double counted(Model<Integer> model, double x) {
                            return model.at(4, x);
                        }
                    }
                }
                """);
        Object named = object(compiled, "demo.Model$Named");
        Object counted = object(compiled, "demo.Model$Counted");

        Differentiated.method(compiled, "demo.Model$Use", "demo.Model_UseTangent", "named", false, true)
                .at(named, 0.5);
        Differentiated.method(compiled, "demo.Model$Use", "demo.Model_UseTangent", "counted", false, true)
                .at(counted, 0.5);
    }
}
