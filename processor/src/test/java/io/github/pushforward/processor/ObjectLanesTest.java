package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.LaneViews;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several directions a pass through objects: the bits of passes of one direction, whatever the number of lanes. */
class ObjectLanesTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            import java.util.Arrays;
            import java.util.Map;
            """;

    private static final String[] RECORDS = {HEADER + """
            @Differentiable
            record Vec(double x, double y) {
                Vec plus(Vec o) { return new Vec(x + o.x, y + o.y); }
                Vec times(double s) { return new Vec(s * x, s * y); }
                double dot(Vec o) { return x * o.x + y * o.y; }
            }
            """, HEADER + """
            /** Numbers of every kind, a constant, and an object. */
            @Differentiable
            record Pose(Vec at, float angle, Double scale, int tag, @Constant double unit) {}
            """, HEADER + """
            @Differentiable
            record Frame(Pose pose, Vec[] corners, double[] weights, float[][] rows) {}
            """, HEADER + """
            /** A constructor that computes. */
            @Differentiable
            record Unit(double x, double y) {
                Unit {
                    double n = Math.hypot(x, y);
                    x /= n;
                    y /= n;
                }
            }
            """, HEADER + """
            final class Frames {
                @Differentiable
                static double measure(Frame frame, Vec origin, double a) {
                    double sum = frame.pose().at().dot(origin) * Math.sin(frame.pose().angle());
                    if (frame.pose().scale() != null) {
                        sum *= frame.pose().scale() + frame.pose().tag();
                    }
                    for (int i = 0; i < frame.corners().length; i++) {
                        Vec corner = frame.corners()[i];
                        if (corner != null) {
                            sum += corner.plus(origin.times(a)).dot(frame.pose().at()) * frame.weights()[i % 2];
                        }
                    }
                    for (float[] row : frame.rows()) {
                        sum += row == null ? 0 : row[0] * a;
                    }
                    return sum;
                }
                /** Objects made, chosen and copied. */
                @Differentiable
                static Frame moved(Frame frame, double by) {
                    Vec at = frame.pose().at();
                    Vec far = at.x() > 5 ? null : at.times(by);
                    Pose pose = far == null
                            ? frame.pose()
                            : new Pose(far, (float) (frame.pose().angle() * by), by * at.y(), 3, 2.5);
                    Vec[] corners = Arrays.copyOf(frame.corners(), frame.corners().length + 1);
                    corners[corners.length - 1] = pose.at();
                    corners[0] = new Vec(1, 2);
                    return new Frame(pose, corners, frame.weights().clone(), frame.rows());
                }
                @Differentiable
                static Vec turned(Vec[] ways, double angle) {
                    double x = 1;
                    double y = 0;
                    Unit unit = null;
                    for (Vec way : ways) {
                        unit = new Unit(way.x() * x - way.y() * y + angle, way.x() * y + way.y() * x);
                        x = unit.x();
                        y = unit.y();
                    }
                    Unit last = new Unit(x, y + (unit == null ? angle : unit.x()));
                    return new Vec(last.x(), last.y());
                }
                static Frame frame() {
                    Vec corner = new Vec(0.5, -0.25);
                    return new Frame(new Pose(new Vec(1, 2), 0.5f, 1.5, 2, 7), new Vec[] {corner, null, corner},
                            new double[] {0.5, 2}, new float[][] {{1, 2}, null, {-0.5f}});
                }
                static Map<String, Object> views() {
                    Frame noScale = new Frame(new Pose(new Vec(1, 2), 0.5f, null, 2, 7), new Vec[0], new double[2],
                            new float[0][]);
                    return Map.of(
                            "measure", FramesGradient.measureFunction(frame(), new Vec(-1, 0.5), 0.75),
                            "measure without scale", FramesGradient.measureFunction(noScale, new Vec(-1, 0.5), 0.75),
                            "turned", FramesGradient.turnedFunction(new Vec[] {new Vec(1, 2), new Vec(-0.5, 0.75)}, 0.5),
                            "moved", FramesGradient.movedFunction(frame(), 0.75));
                }
            }
            """};

    private static final String[] BODIES = {HEADER + """
            /** Mutable, with numbers, arrays of them, and objects. */
            @Differentiable
            class Body {
                Vec at;
                double[] log = new double[2];
                float drag;
                Body next;
                @Constant final double mass;
                Body(Vec at, float drag, double mass) {
                    this.at = at;
                    this.drag = drag;
                    this.mass = mass;
                }
                void push(Vec by, double dt) {
                    at = at.plus(by.times(dt / mass));
                    log[1] += by.dot(at);
                    drag *= (float) by.x();
                    drag += (float) (log[0] * dt);
                }
                /** Of an active receiver. */
                @Differentiable
                double energy(double g) {
                    return at.dot(at) * g + (next == null ? drag : next.energy(g * drag)) + log[1] * log[0];
                }
            }
            """, HEADER + """
            final class Bodies {
                @Differentiable
                static double simulate(Body[] bodies, double[] forces, double dt) {
                    for (int i = 0; i < forces.length; i++) {
                        Body body = bodies[i % bodies.length];
                        if (body == null) {
                            continue;
                        }
                        body.push(new Vec(forces[i], dt * forces[0]), dt);
                        body.log[0] = Math.cos(body.at.x() * body.log[1]);
                        if (i % 3 == 1) {
                            body.log = body.log.clone();
                            body.next = bodies[0];
                        }
                        double[] log = body.log;
                        log[1] = log[0] * log[1] - body.drag;
                    }
                    double sum = 0;
                    for (Body body : bodies) {
                        sum += body == null ? 0 : body.at.dot(body.at) + body.log[1] * dt;
                    }
                    return sum;
                }
                /** What is written to is an output, arrays of objects too. */
                @Differentiable
                static void swap(Body one, Body other, Vec[][] rows, double s) {
                    Vec at = one.at;
                    one.at = other.at.times(s);
                    other.at = at;
                    one.log[0] += other.log[1] * s;
                    rows[0][1] = one.at;
                    Arrays.fill(rows[1], other.at);
                    System.arraycopy(rows[0], 0, rows[1], 1, 2);
                    rows[2] = Arrays.copyOfRange(rows[1], 1, 3);
                    Arrays.sort(other.log);
                    Arrays.fill(one.log, 1, 2, s * s);
                }
                @Differentiable
                static double guarded(Body body, double[] x, int n) {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        try {
                            body.log[i % 2] = x[i % 4] * sum + body.at.x();
                            sum += body.log[i % 2] * x[(i + 1) % (4 - i % 5)];
                        } catch (ArithmeticException fifth) {
                            sum += body.drag * x[0];
                            body.at = null;
                        } catch (NullPointerException none) {
                            body.at = new Vec(sum, x[1]);
                        }
                    }
                    return sum;
                }
                static Body body(double x) {
                    Body body = new Body(new Vec(x, 1 - x), (float) x, 1 + x);
                    body.log[0] = x * x;
                    return body;
                }
                static Map<String, Object> views() {
                    Body shared = body(0.5);
                    Body twin = body(0.25);
                    twin.log = shared.log;
                    shared.next = twin;
                    Body[] bodies = {shared, twin, null, shared};
                    Vec[] row = {new Vec(1, 2), null, new Vec(3, 5)};
                    Vec[][] rows = {row, {new Vec(7, 1), new Vec(1, 1), new Vec(0, 1)}, null};
                    Vec[][] tied = {row, row, null};
                    return Map.of(
                            "simulate", BodiesGradient.simulateFunction(bodies, new double[] {0.5, -1, 2, 0.25, 3}, 0.1),
                            "swap", BodiesGradient.swapFunction(body(1), body(2), rows, 0.5),
                            "swap itself", BodiesGradient.swapFunction(twin, twin, tied, 0.5),
                            "guarded", BodiesGradient.guardedFunction(body(1), new double[] {1, 2, 0.5, 3}, 9),
                            "energy", BodyGradient.energyFunction(shared, 2.5));
                }
            }
            """};

    private static final String[] LAYERS = {
        HEADER + """
            @Differentiable
            sealed interface Layer permits Dense, Norm, Chain {
                double[] apply(double[] x);
            }
            """, HEADER + """
            @Differentiable
            abstract class Scaled {
                double scale;
                Scaled(double scale) { this.scale = scale; }
                abstract double bias(int i);
            }
            """, HEADER + """
            @Differentiable
            final class Dense extends Scaled implements Layer {
                final double[][] weights;
                final double[] biases;
                Dense(double[][] weights, double[] biases, double scale) {
                    super(scale);
                    this.weights = weights;
                    this.biases = biases;
                }
                @Override
                double bias(int i) { return biases[i] * scale; }
                @Override
                public double[] apply(double[] x) {
                    double[] y = new double[weights.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = bias(i);
                        for (int j = 0; j < x.length; j++) {
                            y[i] += weights[i][j] * x[j];
                        }
                    }
                    return y;
                }
            }
            """, HEADER + """
            @Differentiable
            final class Norm extends Scaled implements Layer {
                Norm(double scale) { super(scale); }
                @Override
                double bias(int i) { return i; }
                @Override
                public double[] apply(double[] x) {
                    double sum = 0;
                    for (double each : x) {
                        sum += each * each;
                    }
                    double[] y = x.clone();
                    for (int i = 0; i < y.length; i++) {
                        y[i] = scale * y[i] / Math.sqrt(sum) + bias(i);
                    }
                    return y;
                }
            }
            """, HEADER + """
            @Differentiable
            record Chain(Layer[] layers, Layer spare) implements Layer {
                @Override
                public double[] apply(double[] x) {
                    double[] y = x;
                    for (Layer layer : layers) {
                        y = (layer == null ? spare : layer).apply(y);
                    }
                    return y;
                }
            }
            """, HEADER + """
            final class Networks {
                @Differentiable
                static double[] run(Layer network, double[] x) {
                    return network.apply(x);
                }
                @Differentiable
                static double size(Layer[] layers, Scaled scaled) {
                    double sum = scaled.scale * scaled.bias(1);
                    for (Layer layer : layers) {
                        if (layer instanceof Dense dense) {
                            sum += dense.weights[0][0] * dense.scale;
                        } else if (layer instanceof Norm norm && norm.scale > 0.1) {
                            sum *= norm.scale;
                        } else if (layer instanceof Chain chain) {
                            sum += size(chain.layers(), scaled);
                        }
                    }
                    return sum;
                }
                /** A choice that is made of tangents of several classes. */
                @Differentiable
                static Layer chosen(Layer one, double by, double[] biases, boolean isFirst) {
                    Layer other = new Dense(new double[][] {{by, 1}, {2, by}}, biases, by);
                    Layer chosen = isFirst ? one : other;
                    Layer[] both = {other, chosen, null};
                    Dense first = (Dense) both.clone()[0];
                    return new Chain(both, isFirst ? new Norm(by * first.scale) : one);
                }
                static Layer network() {
                    Layer dense = new Dense(new double[][] {{1, 0.5}, {-0.25, 2}, {1, 1}}, new double[] {0.5, 1, 2}, 1.5);
                    Layer back = new Dense(new double[][] {{1, 0.5, 0.25}, {-0.25, 2, 0}}, new double[] {0.5, 1}, 0.5);
                    Layer norm = new Norm(0.75);
                    return new Chain(new Layer[] {dense, norm, back, new Chain(new Layer[] {norm, norm}, norm), null},
                            new Norm(2));
                }
                static Map<String, Object> views() {
                    Layer chain = network();
                    Layer[] layers = {new Norm(2), null, chain, new Norm(3)};
                    return Map.of(
                            "run", NetworksGradient.runFunction(chain, new double[] {0.5, 2}),
                            "size", NetworksGradient.sizeFunction(layers, new Norm(4)),
                            "chosen", NetworksGradient.chosenFunction(new Norm(2), 0.5, new double[] {1, 2}, true),
                            "other", NetworksGradient.chosenFunction(new Norm(2), 0.5, new double[] {1, 2}, false));
                }
            }
            """
    };

    private static Compiled compiled(int lanes, String... sources) {
        return Compiled.withOptions(List.of("-Apushforward.lanes=" + lanes), sources);
    }

    private static void check(Compiled compiled, String owner, int lanes) {
        Map<?, ?> views = (Map<?, ?>) compiled.call(owner, "views");
        views.forEach((name, view) -> {
            assertThat(LaneViews.lanes(view)).as("lanes of %s", name).isEqualTo(lanes);
            assertThat(lanes == 1 || LaneViews.endsLanePass(view))
                    .as(name.toString())
                    .isTrue();
            LaneViews.check(view);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void viewsHaveTheBitsOfPassesOfOneDirection(int lanes) {
        String[] sources =
                Stream.of(RECORDS, BODIES, LAYERS).flatMap(Stream::of).toArray(String[]::new);
        Compiled compiled = compiled(lanes, sources);
        check(compiled, "demo.Frames", lanes);
        check(compiled, "demo.Bodies", lanes);
        check(compiled, "demo.Networks", lanes);
        assertThat(compiled.has("demo.VecLanes")).isEqualTo(lanes > 1);
    }
}
