package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.GradientCheck;
import io.github.pushforward.runtime.JacobianCheck;
import org.junit.jupiter.api.Test;

/** Gradients and Jacobians with respect to mutable objects: every pass has its own, and the caller's stay what they were. */
class ObjectGradientTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;
    private static final String VEC2 = HEADER + """
            @Differentiable
            record Vec2(double x, double y) {
                Vec2 plus(Vec2 o) { return new Vec2(x + o.x, y + o.y); }
                Vec2 times(double s) { return new Vec2(s * x, s * y); }
                double dot(Vec2 o) { return x * o.x + y * o.y; }
            }
            """;
    private static final String BODY = HEADER + """
            @Differentiable
            final class Body {
                Vec2 position;
                Vec2 velocity;
                @Constant final double mass;
                int steps;
                double[] log = new double[2];
                Body(Vec2 position, Vec2 velocity, double mass) {
                    this.position = position;
                    this.velocity = velocity;
                    this.mass = mass;
                }
                void kick(Vec2 force, double dt) {
                    velocity = velocity.plus(force.times(dt / mass));
                    steps++;
                    log[0] += force.x() * dt;
                }
                void drift(double dt) {
                    position = position.plus(velocity.times(dt));
                }
                double energy() {
                    return 0.5 * mass * velocity.dot(velocity) + log[0] * steps;
                }
                String state() {
                    return position + " " + velocity + " " + steps + " " + java.util.Arrays.toString(log);
                }
            }
            """;

    private static Compiled body(String members) {
        return Compiled.sources(VEC2, BODY, HEADER + "final class Demo {\n" + members + """

                static Body earth() {
                    Body body = new Body(new Vec2(1, 0.25), new Vec2(-0.5, 1), 2);
                    body.log[0] = 0.125;
                    body.log[1] = 8;
                    return body;
                }
                static Body moon() {
                    return new Body(new Vec2(1.5, -1), new Vec2(0.1, 0.2), 0.5);
                }
                static void require(boolean condition, Object what) {
                    if (!condition) {
                        throw new AssertionError(what);
                    }
                }
            }
            """);
    }

    private static double[] numbers(Object result) {
        return (double[]) result;
    }

    static void check(Object view, double... point) {
        String report;
        boolean passed;
        if (view instanceof DifferentiableFunction function) {
            GradientCheck.Report found = GradientCheck.of(function).at(point);
            report = found.toString();
            passed = found.passed(1e-6);
        } else {
            JacobianCheck.Report found =
                    JacobianCheck.of((DifferentiableMapping) view).at(point);
            report = found.toString();
            passed = found.passed(1e-6);
        }
        assertThat(passed).as(report).isTrue();
    }

    private static final Compiled ORBIT = body("""
            /** Moves the body and gives its energy: the tangents of what it wrote are of no interest. */
            @Differentiable
            static double orbit(Body b, @Constant double dt, double g, int n) {
                for (int i = 0; i < n; i++) {
                    double r = Math.sqrt(b.position.dot(b.position));
                    b.kick(b.position.times(-g / (r * r * r)), dt);
                    b.drift(dt);
                    if (i == 17) {
                        throw new IllegalStateException("too many");
                    }
                }
                return b.energy() + b.log[1] * b.log[0];
            }
            static double[] flat(DemoGradient.OrbitGradient g) {
                return new double[] {
                    g.value(), g.b().position.x(), g.b().position.y(), g.b().velocity.x(), g.b().velocity.y(),
                    g.b().log[0], g.b().log[1], g.g()
                };
            }
            static double value(double g, int n) {
                return orbit(earth(), 0.1, g, n);
            }
            static double[] gradient(double g, int n) {
                Body b = earth();
                String before = b.state();
                double[] log = b.log;
                try {
                    return flat(DemoGradient.orbit(b, 0.1, g, n));
                } finally {
                    require(b.state().equals(before) && b.log == log, b.state());
                }
            }
            static double[] along(double g, int n) {
                Body b = earth();
                String before = b.state();
                BodyTangent t = new BodyTangent(new Vec2Tangent(1, 0.5), new Vec2Tangent(2, -1), new double[] {0.25, 3});
                double[] result = flat(DemoGradient.orbitAlong(b, 0.1, g, n, t, 0.75));
                require(b.state().equals(before), b.state());
                require(t.position.y() == 0.5 && t.log[0] == 0.25, "the caller's tangent is written to");
                return result;
            }
            static Object alongNoLog() {
                BodyTangent t = new BodyTangent(new Vec2Tangent(1, 0.5), new Vec2Tangent(2, -1), null);
                return DemoGradient.orbitAlong(earth(), 0.1, 1, 2, t, 0.75);
            }
            static DifferentiableFunction view(double g, int n) {
                Body b = earth();
                DifferentiableFunction view = DemoGradient.orbitFunction(b, 0.1, g, n);
                b.log[1] = 1e9;
                b.steps = 1000;
                b.position = null;
                return view;
            }
            """);

    @Test
    void aScalarMethodThatWritesToItsObject() {
        for (int n : new int[] {0, 1, 7}) {
            double[] gradient = numbers(ORBIT.call("demo.Demo", "gradient", 1.5, n));
            assertThat(gradient[0]).isEqualTo((double) ORBIT.call("demo.Demo", "value", 1.5, n));
            DifferentiableFunction view = (DifferentiableFunction) ORBIT.call("demo.Demo", "view", 1.5, n);
            assertThat(view.start()).containsExactly(1, 0.25, -0.5, 1, 0.125, 8, 1.5);
            double[] flat = new double[7];
            assertThat(view.value(view.start())).isEqualTo(gradient[0]);
            assertThat(view.gradient(view.start(), flat)).isEqualTo(gradient[0]);
            for (int i = 0; i < 7; i++) {
                assertThat(flat[i]).isEqualTo(gradient[1 + i]);
            }
            check(view, view.start());
            check(view, 0.5, -1, 2, 0.1, 3, -1, 2);
            assertThat(view.value(view.start())).isEqualTo(gradient[0]);
        }
    }

    @Test
    void theCallersObjectStaysAlsoWhenItThrows() {
        assertThatThrownBy(() -> ORBIT.call("demo.Demo", "gradient", 1.5, 30))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("too many");
    }

    @Test
    void alongAGivenTangent() {
        double[] v = {1, 0.5, 2, -1, 0.25, 3, 0.75};
        double[] gradient = numbers(ORBIT.call("demo.Demo", "gradient", 1.5, 5));
        double slope = 0;
        for (int i = 0; i < v.length; i++) {
            slope += gradient[1 + i] * v[i];
        }
        double[] along = numbers(ORBIT.call("demo.Demo", "along", 1.5, 5));
        for (int i = 0; i < v.length; i++) {
            assertThat(along[1 + i]).isCloseTo(slope * v[i], within(1e-9));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ORBIT.call("demo.Demo", "alongNoLog"))
                .withMessageStartingWith("bTangent.log is null, but its primal is of length 2");
    }

    @Test
    void writtenObjectsAreOutputs() {
        Compiled compiled = body("""
                @Differentiable
                static void push(Body[] bodies, Vec2 f) {
                    for (Body b : bodies) {
                        if (b != null) {
                            b.kick(f, 0.1);
                            b.drift(0.1);
                        }
                    }
                }
                static double[][] byForce() {
                    Body[] bodies = {earth(), null, moon()};
                    String before = bodies[0].state() + bodies[2].state();
                    var j = DemoGradient.push(bodies, new Vec2(3, 4));
                    require((bodies[0].state() + bodies[2].state()).equals(before), before);
                    push(bodies, new Vec2(3, 4));
                    require(j.value()[0].state().equals(bodies[0].state()), j.value()[0].state());
                    require(j.value()[2].state().equals(bodies[2].state()), j.value()[2].state());
                    require(j.value()[1] == null && j.bodies().length == 12 && j.bodies()[0].length == 12, j);
                    return j.f();
                }
                static DifferentiableMapping view() {
                    return DemoGradient.pushFunction(new Body[] {earth(), moon()}, new Vec2(3, 4));
                }
                """);
        double[][] byForce = (double[][]) compiled.call("demo.Demo", "byForce");
        assertThat(byForce.length).isEqualTo(12);
        assertThat(byForce[0][0]).isCloseTo(0.1 * 0.1 / 2, within(1e-15));
        assertThat(byForce[2][0]).isCloseTo(0.1 / 2, within(1e-15));
        assertThat(byForce[4][0]).isCloseTo(0.1, within(1e-15));
        assertThat(byForce[5]).containsExactly(0, 0);
        assertThat(byForce[9][1]).isCloseTo(0.1 / 0.5, within(1e-15));
        DifferentiableMapping view = (DifferentiableMapping) compiled.call("demo.Demo", "view");
        check(view, view.start());
        check(view, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    /** Nothing but a counter is written, which is no number of the object; yet each pass must find it as it was. */
    @Test
    void aCounterIsNotCarriedFromPassToPass() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                class Meter {
                    double gain;
                    int calls;
                    @Constant double last;
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double read(Meter m, double x) {
                        return m.gain * x * ++m.calls;
                    }
                    @Differentiable
                    static double remember(Meter m, double x, @Constant double y) {
                        m.last += y;
                        return m.gain * x * m.last;
                    }
                    static double[] gradient() {
                        Meter m = new Meter();
                        m.gain = 3;
                        m.last = 1;
                        var g = DemoGradient.read(m, 2);
                        var h = DemoGradient.remember(m, 2, 4);
                        return new double[] {g.value(), g.m().gain, g.x(), h.value(), h.m().gain, h.x(), m.calls, m.last};
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(6, 2, 3, 30, 10, 15, 0, 1);
    }

    @Test
    void objectsOfSeveralClasses() {
        Compiled compiled = Compiled.sources(HEADER + """
                sealed interface Layer permits Dense, Scale, Frozen {
                    double apply(double x);
                }
                """, HEADER + """
                @Differentiable
                record Dense(double[] w, @Constant double[] fixed) implements Layer {
                    public double apply(double x) {
                        return w[0] * x + w[1] + fixed[0];
                    }
                }
                """, HEADER + """
                @Differentiable
                final class Scale implements Layer {
                    private float factor;
                    Scale(float factor) { this.factor = factor; }
                    float factor() { return factor; }
                    public double apply(double x) {
                        return factor * x;
                    }
                }
                """, HEADER + """
                @Differentiable
                final class Frozen implements Layer {
                    public double apply(double x) {
                        return 2 * x;
                    }
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double run(Layer[] layers, double x) {
                        double y = x;
                        for (Layer layer : layers) {
                            y = layer.apply(y);
                        }
                        return y;
                    }
                    static Layer[] layers() {
                        return new Layer[] {
                            new Dense(new double[] {3, 1}, new double[] {0.5}), new Scale(2), new Dense(new double[] {-1, 4}, new double[] {0}), new Frozen()
                        };
                    }
                    static double[] gradient() {
                        var g = DemoGradient.run(layers(), 2);
                        return new double[] {
                            g.value(), ((DenseTangent) g.layers()[0]).w()[0], ((ScaleTangent) g.layers()[1]).factor,
                            ((DenseTangent) g.layers()[2]).w()[1], g.x()
                        };
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.runFunction(layers(), 2);
                    }
                    static Object wrongTangents() {
                        LayerTangent scale = new ScaleTangent();
                        return DemoGradient.runAlong(layers(), 2, new LayerTangent[] {scale, scale, scale, new FrozenTangent()}, 1);
                    }
                }
                """);
        // 3 * 2 + 1.5 = 7.5; 15; -15 + 4
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(-22, -8, -15, 2, -12);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(3, 1, 2, -1, 4, 2);
        check(view, 1, 2, 0.5, 4, 5, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "wrongTangents"))
                .withMessageStartingWith("layersTangent[0] is a demo.ScaleTangent, but its primal is a demo.Dense");
    }

    @Test
    void superclassFirst() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                class Animal {
                    double weight;
                    @Differentiable double legs() { return 4 * weight; }
                }
                """, HEADER + """
                @Differentiable
                class Bird extends Animal {
                    double span;
                    @Override @Differentiable double legs() { return 2 * weight * span; }
                }
                """, HEADER + """
                class Emu extends Bird {
                }
                """, HEADER + """
                final class Demo {
                    @Differentiable
                    static double all(Animal[] zoo) {
                        double sum = 0;
                        for (Animal a : zoo) {
                            a.weight += 1;
                            sum += a.legs();
                        }
                        return sum;
                    }
                    static Animal[] zoo() {
                        Animal cow = new Animal();
                        cow.weight = 5;
                        Bird crow = new Bird();
                        crow.weight = 0.5;
                        crow.span = 3;
                        Bird emu = new Emu();
                        emu.weight = 7;
                        emu.span = 2;
                        return new Animal[] {cow, crow, emu};
                    }
                    static double[] gradient() {
                        Animal[] zoo = zoo();
                        var g = DemoGradient.all(zoo);
                        BirdTangent crow = (BirdTangent) g.zoo()[1];
                        return new double[] {g.value(), g.zoo()[0].weight, crow.weight, crow.span, zoo[0].weight};
                    }
                    static DifferentiableFunction view() {
                        return DemoGradient.allFunction(zoo());
                    }
                    static Object ofUnknownClass() {
                        return DemoGradient.all(new Animal[] {new Animal() {}});
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "gradient"))).containsExactly(24 + 9 + 32, 4, 6, 3, 5);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(5, 0.5, 3, 7, 2);
        check(view, 1, 2, 3, 4, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compiled.call("demo.Demo", "ofUnknownClass"))
                .withMessageContaining("demo.Demo$1");
    }

    @Test
    void objectsMadeAndGivenBack() {
        Compiled compiled = body("""
                @Differentiable
                static Body split(Body b, double share) {
                    Body half = new Body(b.position.times(share), b.velocity, 1);
                    half.log[1] = b.log[1] * share;
                    b.position = b.position.times(1 - share);
                    return half;
                }
                static double[] byShare() {
                    return DemoGradient.split(earth(), 0.25).share();
                }
                static DifferentiableMapping view() {
                    return DemoGradient.splitFunction(earth(), 0.25);
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "byShare")))
                .containsExactly(1, 0.25, 0, 0, 0, 8, -1, -0.25, 0, 0, 0, 0);
        check(compiled.call("demo.Demo", "view"), 1, 2, 3, 4, 5, 6, 0.5);
    }
}
