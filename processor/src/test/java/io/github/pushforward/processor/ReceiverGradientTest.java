package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Gradients with respect to the fields of a receiver whose class is marked: the component {@code self}. */
class ReceiverGradientTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;

    private static double[] numbers(Object result) {
        return (double[]) result;
    }

    @Test
    void weightsOfANetwork() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                final class Network {
                    private final double[][] w;
                    private final double bias;
                    private final int width;
                    Network(double[][] w, double bias) {
                        this.w = w;
                        this.bias = bias;
                        this.width = w.length;
                    }
                    double[][] w() { return w; }
                    double bias() { return bias; }
                    @Differentiable
                    double loss(double[] x, @Constant double target) {
                        double sum = bias;
                        for (int i = 0; i < w.length; i++) {
                            double z = 0;
                            for (int j = 0; j < x.length; j++) {
                                z += w[i][j] * x[j];
                            }
                            sum += Math.tanh(z);
                        }
                        return (sum - target) * (sum - target);
                    }
                    static Network demo() {
                        return new Network(new double[][] {{0.5, -0.25}, {0.125, 1}}, 0.25);
                    }
                    static double value() {
                        return demo().loss(new double[] {2, 3}, 1);
                    }
                    @SuppressWarnings("pushforward")
                    static double[] gradient() {
                        var g = NetworkGradient.loss(demo(), new double[] {2, 3}, 1);
                        return new double[] {g.value(), g.self().w[0][0], g.self().w[1][1], g.self().bias, g.x()[0]};
                    }
                }
                """);
        double[] g = numbers(compiled.call("demo.Network", "gradient"));
        double z0 = 0.5 * 2 - 0.25 * 3;
        double z1 = 0.125 * 2 + 3;
        double residual = 0.25 + Math.tanh(z0) + Math.tanh(z1) - 1;
        double d0 = 1 - Math.tanh(z0) * Math.tanh(z0);
        double d1 = 1 - Math.tanh(z1) * Math.tanh(z1);
        assertThat(g[0]).isEqualTo((double) compiled.call("demo.Network", "value"));
        double[] expected = {
            2 * residual * d0 * 2, 2 * residual * d1 * 3, 2 * residual, 2 * residual * (d0 * 0.5 + d1 * 0.125)
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(g[1 + i]).isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    @Test
    void aReceiverThatMovesAndItsFlatView() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                public class Oscillator {
                    public double x;
                    public double v;
                    public final double stiffness;
                    public Oscillator(double stiffness) {
                        if (!(stiffness > 0)) {
                            throw new IllegalArgumentException("stiffness " + stiffness);
                        }
                        this.stiffness = stiffness;
                    }
                    @Differentiable
                    public void step(double dt) {
                        v -= stiffness * x * dt;
                        x += v * dt;
                    }
                    @Differentiable
                    public double run(int n, double dt) {
                        for (int i = 0; i < n; i++) {
                            step(dt);
                        }
                        return x;
                    }
                    static Oscillator demo() {
                        Oscillator o = new Oscillator(3);
                        o.x = 1;
                        o.v = 0.5;
                        return o;
                    }
                    static DifferentiableFunction run() {
                        return OscillatorGradient.runFunction(demo(), 5, 0.1);
                    }
                    static DifferentiableMapping step() {
                        return OscillatorGradient.stepFunction(demo(), 0.1);
                    }
                    static double[] stepped() {
                        Oscillator o = demo();
                        var j = OscillatorGradient.step(o, 0.1);
                        double[][] d = j.self();
                        return new double[] {j.value().x, j.value().v, d[0][0], d[0][1], d[0][2], d[1][0], d[1][1], d[1][2], o.x, o.v};
                    }
                }
                """);
        DifferentiableFunction run = (DifferentiableFunction) compiled.call("demo.Oscillator", "run");
        assertThat(run.start()).containsExactly(1, 0.5, 3, 0.1);
        ObjectGradientTest.check(run, 1, 0.5, 3, 0.1);
        ObjectGradientTest.check(run, -1, 2, 0.7, 0.3);
        ObjectGradientTest.check(compiled.call("demo.Oscillator", "step"), 1, 2, 3, 0.5);
        double v = 0.5 - 3 * 1 * 0.1;
        assertThat(numbers(compiled.call("demo.Oscillator", "stepped")))
                .containsExactly(1 + v * 0.1, v, 1 - 3 * 0.1 * 0.1, 0.1, -0.1 * 0.1, -3 * 0.1, 1, -0.1, 1, 0.5);
    }

    @Test
    void aRecordAsReceiver() {
        Compiled compiled = Compiled.sources(HEADER + """
                @Differentiable
                record Curve(double[] knots, @Constant double[] times) {
                    @Differentiable
                    double rate(double t) {
                        double u = t / times[1];
                        return knots[0] * (1 - u) + knots[1] * u;
                    }
                    static double[] gradient() {
                        double[] times = {0, 4};
                        var g = CurveGradient.rate(new Curve(new double[] {1, 3}, times), 1);
                        return new double[] {g.value(), g.self().knots()[0], g.self().knots()[1], g.t()};
                    }
                }
                """);
        assertThat(numbers(compiled.call("demo.Curve", "gradient"))).containsExactly(1.5, 0.75, 0.25, 0.5);
    }
}
