package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Methods of interfaces and superclasses on objects that hold active values: the tangent goes to the class together with its object. */
class ActiveDispatchTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    /** Layers with weights, layers without, and layers of layers. */
    private static final String LAYERS = """
            sealed interface Layer permits Dense, Relu, Stack {
                double[] apply(double[] x);
            }
            @Differentiable
            record Dense(double[][] weights, double[] bias) implements Layer {
                @Override
                public double[] apply(double[] x) {
                    double[] y = bias.clone();
                    for (int i = 0; i < y.length; i++) {
                        for (int j = 0; j < x.length; j++) {
                            y[i] += weights[i][j] * x[j];
                        }
                    }
                    return y;
                }
            }
            record Relu() implements Layer {
                @Override
                public double[] apply(double[] x) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = Math.max(x[i], 0);
                    }
                    return y;
                }
            }
            @Differentiable
            record Stack(Layer[] layers) implements Layer {
                @Override
                public double[] apply(double[] x) {
                    for (Layer layer : layers) {
                        x = layer.apply(x);
                    }
                    return x;
                }
            }
            """;

    @Test
    void layersOfANetwork() {
        Differentiated.of(LAYERS + """
                @Differentiable
                static double loss(double[] w, double[] x) {
                    Layer first = new Dense(new double[][] {{w[0], w[1]}, {w[2], 0.5}}, new double[] {w[3], x[0]});
                    Layer net = new Stack(new Layer[] {first, new Relu(), new Dense(new double[][] {{w[4], 2}}, new double[] {w[1]})});
                    double d = net.apply(x)[0] - 0.25;
                    return d * d + first.apply(new double[] {1, 2})[1];
                }
                """, "loss")
                .at(new double[] {0.5, -1, 2, 0.25, 3}, new double[] {1, 0.5})
                .at(new double[] {-0.5, -1, 2, 0.25, 3}, new double[] {1, 0.5});
    }

    @Test
    void onClassesInFilesOfTheirOwn() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Force {
                    double at(double x);
                }
                """, PREAMBLE + """
                @Differentiable
                final class Spring implements Force {
                    double k;
                    final double rest;
                    Spring(double k, double rest) {
                        this.k = k;
                        this.rest = rest;
                    }
                    @Override
                    public double at(double x) {
                        return -k * (x - rest);
                    }
                }
                """, PREAMBLE + """
                record Gravity(double g) implements Force {
                    @Differentiable
                    @Override
                    public double at(double x) {
                        return -g + 0.1 * x;
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double f(double k, double x) {
                        Force force = k > 2 ? new Spring(k, x * x) : new Gravity(9.81);
                        return force.at(x) * force.at(2 * k);
                    }
                }
                """);

        Differentiated.method(compiled, "f", true, true).at(3.0, 0.5).at(1.0, 0.5);
    }

    @Test
    void anAbstractClassWithActiveFieldsOfItsOwn() {
        Differentiated.of("""
                @Differentiable
                abstract static class Body {
                    double mass;
                    Body(double mass) {
                        this.mass = mass;
                    }
                    abstract double inertia(double r);
                    double energy(double omega, double r) {
                        return 0.5 * inertia(r) * omega * omega;
                    }
                    void grow(double by) {
                        mass += by;
                    }
                }
                @Differentiable
                static final class Sphere extends Body {
                    Sphere(double mass) {
                        super(mass);
                    }
                    @Override
                    double inertia(double r) {
                        return 0.4 * mass * r * r;
                    }
                }
                @Differentiable
                static class Rod extends Body {
                    double length;
                    Rod(double mass, double length) {
                        super(mass);
                        this.length = length;
                    }
                    @Override
                    double inertia(double r) {
                        return mass * length * length / 12 + r;
                    }
                    @Override
                    void grow(double by) {
                        super.grow(by);
                        length *= 1 + by;
                    }
                }
                @Differentiable
                static double f(double mass, double length, double omega) {
                    Body[] bodies = {new Sphere(mass * mass), new Rod(mass, length)};
                    double sum = 0;
                    for (Body body : bodies) {
                        body.grow(omega * length);
                        sum += body.energy(omega, length) * body.mass;
                    }
                    return sum;
                }
                """, "f").at(2.0, 0.5, 1.5).at(1.0, 3.0, -0.5);
    }

    @Test
    void anOverriddenMethodWithABody() {
        Differentiated.of("""
                @Differentiable
                static class Rate {
                    double level;
                    Rate(double level) {
                        this.level = level;
                    }
                    double at(double t) {
                        return level * t;
                    }
                }
                @Differentiable
                static class Steep extends Rate {
                    double slope;
                    Steep(double level, double slope) {
                        super(level);
                        this.slope = slope;
                    }
                    @Override
                    double at(double t) {
                        return super.at(t) + slope * t * t;
                    }
                }
                @Differentiable
                static double f(double level, double slope, double t) {
                    Rate rate = t > 1 ? new Steep(level, slope) : new Rate(level);
                    return rate.at(t) * rate.level;
                }
                """, "f").at(0.03, 0.5, 2.0).at(0.03, 0.5, 0.5);
    }

    @Test
    void anImplementationThatDoesNotUseWhatItHolds() {
        Compiled compiled = Compiled.members(LAYERS + """
                @Differentiable
                static double f(double w, double x) {
                    Layer layer = w > 0 ? new Relu() : new Dense(new double[][] {{w}}, new double[1]);
                    return layer.apply(new double[] {x * 3})[0];
                }
                """);

        Differentiated.method(compiled, "f", true, true).at(2.0, 0.5).at(-2.0, 0.5);
        assertThat(compiled.load("demo.Demo_LayerTangent").isInterface()).isTrue();
    }

    /** What the compiler writes for the components of records, in place of what an interface declares. */
    @Test
    void componentsThatImplementMethods() {
        Differentiated.of("""
                interface Massive {
                    double mass();
                    default double weight() {
                        return 9.81 * mass();
                    }
                }
                @Differentiable
                record Ball(double mass, double radius) implements Massive {}
                @Differentiable
                record Block(double mass, double weight) implements Massive {}
                record Fixed(double mass) implements Massive {}
                static final class Doubled implements Massive {
                    private final double half = 0.75;
                    public double mass() {
                        return 2 * half();
                    }
                    double half() {
                        return half;
                    }
                }
                @Differentiable
                static double f(double m, double r) {
                    Massive[] all = {new Ball(m, r), new Block(m * r, r * r), new Fixed(3), new Doubled()};
                    double sum = 0;
                    for (Massive one : all) {
                        sum += one.mass() * sum + one.weight() * r;
                    }
                    return sum;
                }
                """, "f").at(2.0, 0.5).at(1.0, 3.0);
    }

    @Test
    void anAnnotatedMethodOfAnActiveInterface() {
        Compiled compiled = Compiled.members("""
                interface Curve {
                    @Differentiable
                    double rate(double t);
                }
                @Differentiable
                record Flat(double level) implements Curve {
                    @Override
                    public double rate(double t) {
                        return level;
                    }
                }
                @Differentiable
                record Linear(Curve base, double slope) implements Curve {
                    @Differentiable
                    @Override
                    public double rate(double t) {
                        return base.rate(t) + slope * t;
                    }
                }
                static final class Fixed implements Curve {
                    @Override
                    public double rate(double t) {
                        return 0.01 * t * t;
                    }
                }
                @Differentiable
                static double f(double level, double slope, double t) {
                    Curve curve = new Linear(new Linear(new Flat(level), slope), level * slope);
                    return Math.exp(-curve.rate(t) * t) + new Fixed().rate(t) * new Linear(new Fixed(), slope).rate(3);
                }
                """);

        Differentiated.method(compiled, "f", true, true, true)
                .at(0.03, 0.5, 2.0)
                .at(-0.1, 0.2, 0.7);
    }

    @Test
    void anObjectThatNobodyKnows() {
        Compiled compiled = Compiled.members("""
                interface Curve {
                    @Differentiable
                    double rate(double t);
                }
                @Differentiable
                record Flat(double level) implements Curve {
                    @Override
                    public double rate(double t) {
                        return level * t;
                    }
                }
                static Curve odd() {
                    return t -> 2 * t;
                }
                """);
        Object odd = compiled.call("demo.Demo", "odd");

        assertThatThrownBy(() -> compiled.call("demo.Demo_CurveTangent", "rate", odd, 2.0, null, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Demo.Curve.rate")
                .hasMessageContaining("demo.Demo$$Lambda");
    }

    @Test
    void aDefaultMethodThatUnmarkedClassesOverride() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Curve {
                    double rate(double t);
                    @Differentiable
                    default double discount(double t) {
                        return Math.exp(-rate(t) * t) * Days.FACTORS[1];
                    }
                    final class Days {
                        private static final double[] FACTORS = {1, 0.5};
                    }
                }
                """, PREAMBLE + """
                @Differentiable
                record Flat(double level) implements Curve {
                    @Override
                    public double rate(double t) {
                        return level;
                    }
                }
                """, PREAMBLE + """
                record Fixed(double known) implements Curve {
                    @Differentiable
                    @Override
                    public double rate(double t) {
                        return known + t;
                    }
                    @Differentiable
                    @Override
                    public double discount(double t) {
                        return 1 / (1 + known * t * t);
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double f(double level, double t) {
                        Curve curve = level > 0 ? new Flat(level) : new Fixed(0.25);
                        return curve.discount(t) * curve.rate(2 * t);
                    }
                    @Differentiable
                    static double g(@Constant Curve curve, double t) {
                        return curve.discount(t) * curve.rate(2 * t);
                    }
                }
                """);

        Differentiated.method(compiled, "f", true, true).at(0.5, 2.0).at(-0.5, 2.0);
        Differentiated g = Differentiated.method(compiled, "g", false, true);
        g.at(object(compiled, "demo.Flat", 0.5), 2.0).at(object(compiled, "demo.Fixed", 0.5), 2.0);
    }

    @Test
    void resultsOfOtherClasses() {
        Differentiated.of("""
                sealed interface Shape permits Circle, Box, Unit {
                    Shape scaled(double k);
                    double area();
                }
                @Differentiable
                record Circle(double r) implements Shape {
                    @Override
                    public Circle scaled(double k) {
                        return new Circle(r * k);
                    }
                    @Override
                    public double area() {
                        return Math.PI * r * r;
                    }
                }
                @Differentiable
                record Box(double a, double b) implements Shape {
                    @Override
                    public Shape scaled(double k) {
                        return k > 2 ? new Circle(a * k) : new Box(a * k, b * k);
                    }
                    @Override
                    public double area() {
                        return a * b;
                    }
                }
                enum Unit implements Shape {
                    ONE;
                    @Override
                    public Box scaled(double k) {
                        return new Box(k, 1);
                    }
                    @Override
                    public double area() {
                        return 1;
                    }
                }
                @Differentiable
                static double f(double r, double k) {
                    Shape[] shapes = {new Circle(r), new Box(r, k), Unit.ONE};
                    double sum = 0;
                    for (Shape shape : shapes) {
                        sum += shape.scaled(k).scaled(r).area() * shape.area();
                    }
                    return sum;
                }
                """, "f").at(1.5, 0.5).at(1.0, 3.0);
    }

    /** The interface comes from a library, where nothing is marked: its objects are constants there, and here. */
    @Test
    void markedClassesBehindAnInterfaceOfTheLibrary() {
        Differentiated f = Differentiated.method(Compiled.members("""
                @Differentiable
                record Power(double n) implements java.util.function.ToDoubleFunction<double[]> {
                    @Override
                    public double applyAsDouble(double[] x) {
                        return Math.pow(x[0], n) + x[1];
                    }
                }
                static Power power() {
                    return new Power(3);
                }
                @Differentiable
                static double f(double x, @Constant Power power) {
                    return power.applyAsDouble(new double[] {x, x * x});
                }
                @Differentiable
                static double g(double x) {
                    return power().applyAsDouble(new double[] {x, x * x});
                }
                """), "g", true);
        f.at(2.0).at(0.5);
    }

    /** As any method of an active class of the package, it is differentiated along. */
    @Test
    void anOverriderInAFileOfItsOwnWithoutAnnotation() {
        String header = "package demo;\nimport io.github.pushforward.Differentiable;\n";
        Compiled compiled = Compiled.sources(header + """
                        @Differentiable
                        class Base {
                            double k;
                            Base(double k) { this.k = k; }
                            @Differentiable
                            double at(double x) { return k * x; }
                        }
                        """, header + """
                        @Differentiable
                        class Sub extends Base {
                            Sub(double k) { super(k); }
                            @Override
                            double at(double x) { return k * k * x * x; }
                        }
                        """, header + """
                        final class Demo {
                            @Differentiable
                            static double f(double k, double x) {
                                Base base = x > 1 ? new Sub(k) : new Base(k);
                                return base.at(x) * k;
                            }
                        }
                        """);

        Differentiated.method(compiled, "f", true, true).at(2.0, 3.0).at(2.0, 0.5);
    }
}
