package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Library;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed hierarchies: their implementations are always known, annotated or differentiated along. */
class SealedDispatchTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    /** Nothing is annotated but the method that evaluates the tree. */
    @Test
    void aTreeOfNodes() {
        Compiled compiled = Compiled.members("""
                sealed interface Node permits Sum, Product, Leaf, Sine {
                    double eval(double x, double[] weights);
                }
                record Sum(Node left, Node right) implements Node {
                    @Override
                    public double eval(double x, double[] weights) {
                        return left.eval(x, weights) + right.eval(x, weights);
                    }
                }
                record Product(Node left, Node right) implements Node {
                    @Override
                    public double eval(double x, double[] weights) {
                        return left.eval(x, weights) * right.eval(x, weights);
                    }
                }
                record Leaf(int weight) implements Node {
                    @Override
                    public double eval(double x, double[] weights) {
                        return weight < 0 ? x : weights[weight];
                    }
                }
                record Sine(Node of) implements Node {
                    @Override
                    public double eval(double x, double[] weights) {
                        return Math.sin(of.eval(x, weights));
                    }
                }
                static Node tree() {
                    Node x = new Leaf(-1);
                    return new Sum(new Product(new Leaf(0), new Sine(new Product(x, new Leaf(1)))), new Product(x, x));
                }
                @Differentiable
                static double f(Node node, double x, double[] weights) {
                    return node.eval(x, weights) * x;
                }
                @Differentiable
                static double g(Node node, double x) {
                    return node.eval(x, new double[] {3, 4}) + node.eval(2, new double[] {5, 6});
                }
                """);
        Object tree = compiled.call("demo.Demo", "tree");

        Differentiated.method(compiled, "f", false, true, true)
                .at(tree, 0.5, new double[] {2, 3})
                .at(tree, -1.5, new double[] {0.25, 1});
        Differentiated.method(compiled, "g", false, true).at(tree, 0.5).at(tree, -1.5);
    }

    @Test
    void implementationsInOtherFiles() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                sealed interface Layer permits Dense, Relu {
                    double[] apply(double[] x);
                }
                """, PREAMBLE + """
                record Dense(double[][] weights) implements Layer {
                    @Differentiable
                    @Override
                    public double[] apply(double[] x) {
                        double[] y = new double[weights.length];
                        for (int i = 0; i < y.length; i++) {
                            for (int j = 0; j < x.length; j++) {
                                y[i] += weights[i][j] * x[j];
                            }
                        }
                        return y;
                    }
                }
                """, PREAMBLE + """
                record Relu() implements Layer {
                    @Differentiable
                    @Override
                    public double[] apply(double[] x) {
                        double[] y = new double[x.length];
                        for (int i = 0; i < y.length; i++) {
                            y[i] = Math.max(x[i], 0);
                        }
                        return y;
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double[] run(Layer[] layers, double[] x) {
                        for (Layer layer : layers) {
                            x = layer.apply(x);
                        }
                        return x;
                    }
                }
                """);
        Object[] layers = (Object[]) java.lang.reflect.Array.newInstance(compiled.load("demo.Layer"), 2);
        layers[0] = object(compiled, "demo.Dense", (Object) new double[][] {{1, -2}, {3, 0.5}});
        layers[1] = object(compiled, "demo.Relu");

        Differentiated.method(compiled, "run", false, true).at(layers, new double[] {0.5, 0.75});
    }

    /** The interface and its implementations come from a class file: what is permitted is known all the same. */
    @Test
    void aCompiledHierarchy(@TempDir Path directory) {
        Library library = Library.processed(directory, """
                package lib;
                import io.github.pushforward.Differentiable;
                public sealed interface Curve permits Flat, Steep {
                    double rate(double t);
                }
                """, """
                package lib;
                import io.github.pushforward.Differentiable;
                public record Flat(double level) implements Curve {
                    @Differentiable
                    @Override
                    public double rate(double t) {
                        return level * t;
                    }
                }
                """, """
                package lib;
                import io.github.pushforward.Differentiable;
                public final class Steep implements Curve {
                    @Differentiable
                    @Override
                    public double rate(double t) {
                        return t * t * t;
                    }
                }
                """);
        Compiled compiled = library.with(PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double discount(lib.Curve curve, double t) {
                        return Math.exp(-curve.rate(t) * t);
                    }
                }
                """);

        Differentiated.method(compiled, "discount", false, true)
                .at(object(compiled, "lib.Flat", 0.03), 2.0)
                .at(object(compiled, "lib.Steep"), 0.5);
    }

    @Test
    void abstractClassesAndSealedOnesBelow() {
        Compiled compiled = Compiled.members("""
                static abstract sealed class Payoff permits Option, Bond {
                    abstract double of(double spot, double strike);
                }
                static abstract sealed class Option extends Payoff permits Call, Put {
                    @Override
                    final double of(double spot, double strike) {
                        return Math.max(intrinsic(spot, strike), 0) + 0.1 * spot;
                    }
                    abstract double intrinsic(double spot, double strike);
                }
                static final class Call extends Option {
                    @Override
                    double intrinsic(double spot, double strike) {
                        return spot - strike;
                    }
                }
                static non-sealed class Put extends Option {
                    @Override
                    double intrinsic(double spot, double strike) {
                        return strike - spot;
                    }
                }
                static final class Bond extends Payoff {
                    final double face = 100;
                    @Override
                    double of(double spot, double strike) {
                        return face;
                    }
                }
                @Differentiable
                static double f(Payoff payoff, double spot, @Constant double strike) {
                    return payoff.of(spot, strike) * spot;
                }
                """);

        Differentiated f = Differentiated.method(compiled, "f", false, true, false);
        for (String name : new String[] {"Call", "Put", "Bond"}) {
            f.at(object(compiled, "demo.Demo$" + name), 90.0, 100.0)
                    .at(object(compiled, "demo.Demo$" + name), 120.0, 100.0);
        }
    }

    /** A non-sealed class may have subclasses that nobody knows, even where no known one depends on the argument. */
    @Test
    void aConstantImplementationThatUnknownClassesOverride() {
        Compiled compiled = Compiled.members("""
                sealed interface Rate permits Fixed {
                    double at(double t);
                }
                static non-sealed class Fixed implements Rate {
                    @Override
                    public double at(double t) {
                        return 0.03;
                    }
                }
                static Rate odd() {
                    return new Fixed() {
                        @Override
                        public double at(double t) {
                            return 0.01 * t;
                        }
                    };
                }
                @Differentiable
                static double f(Rate rate, double t) {
                    return rate.at(t) * t;
                }
                """);
        Differentiated.method(compiled, "f", false, true).at(object(compiled, "demo.Demo$Fixed"), 2.0);
        Object odd = compiled.call("demo.Demo", "odd");

        assertThatThrownBy(() -> compiled.call("demo.DemoTangent", "f", odd, 2.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Demo$1");
    }

    @Test
    void chainsOfInstanceof() {
        Compiled compiled = Compiled.members("""
                sealed interface Shape {}
                record Disk(double k) implements Shape {
                    double area(double r) {
                        return k * r * r;
                    }
                }
                record Box(double h) implements Shape {
                    double volume(double r) {
                        return h * r;
                    }
                }
                @Differentiable
                static double f(Shape shape, double r) {
                    if (shape instanceof Disk disk) {
                        return disk.area(r);
                    } else if (shape instanceof Box box && box.h() > 0) {
                        return box.volume(r) * r * r;
                    }
                    return ((Box) shape).volume(r);
                }
                """);

        Differentiated.method(compiled, "f", false, true)
                .at(object(compiled, "demo.Demo$Disk", 3.0), 2.0)
                .at(object(compiled, "demo.Demo$Box", 3.0), 2.0)
                .at(object(compiled, "demo.Demo$Box", -3.0), 2.0);
    }

    @Test
    void patternsInSwitches() {
        assumeTrue(Runtime.version().feature() >= 21);
        Compiled compiled = Compiled.members("""
                sealed interface Shape {
                    double area(double r);
                }
                record Disk(double k) implements Shape {
                    @Override
                    public double area(double r) {
                        return k * r * r;
                    }
                }
                record Box(double h) implements Shape {
                    @Override
                    public double area(double r) {
                        return h * r;
                    }
                }
                @Differentiable
                static double f(Shape shape, double r) {
                    return switch (shape) {
                        case Disk disk when disk.k() > 5 -> disk.area(r) * r;
                        case Disk(double k) -> k * shape.area(r);
                        case Box box -> box.area(r * r);
                    };
                }
                """);

        Differentiated.method(compiled, "f", false, true)
                .at(object(compiled, "demo.Demo$Disk", 3.0), 2.0)
                .at(object(compiled, "demo.Demo$Disk", 7.0), 2.0)
                .at(object(compiled, "demo.Demo$Box", 3.0), 2.0);
    }

    @Test
    void theGradientOfAnAnnotatedSealedMethod() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                sealed interface Energy {
                    @Differentiable
                    double at(double x, double[] y);

                    record Spring(double k) implements Energy {
                        @Override
                        public double at(double x, double[] y) {
                            return k * x * x * y[0];
                        }
                    }
                    record Both(Energy one, Energy other) implements Energy {
                        @Override
                        public double at(double x, double[] y) {
                            return one.at(x, y) + other.at(y[1], y);
                        }
                    }
                }
                """);
        Object spring = object(compiled, "demo.Energy$Spring", 2.0);
        Object both = object(compiled, "demo.Energy$Both", spring, spring);

        Object gradient = compiled.call("demo.EnergyGradient", "at", both, 3.0, new double[] {5, 7});

        assertThat(gradient.toString()).startsWith("AtGradient[value=580.0, x=60.0, y=");
    }
}
