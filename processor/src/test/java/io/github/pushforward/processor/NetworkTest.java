package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Mapped;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.GradientCheck;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A neural network as one writes it with objects: layers behind a sealed interface, with weights or without, and layers of layers. */
class NetworkTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;
    private static final String LAYER = PREAMBLE + """
            sealed interface Layer permits Dense, Activation, Chain, Residual {
                double[] apply(double[] x);
            }
            """;
    private static final String DENSE = PREAMBLE + """
            @Differentiable
            final class Dense implements Layer {
                private final double[][] weights;
                private final double[] bias;
                Dense(int inputs, int outputs, java.util.random.RandomGenerator random) {
                    this(new double[outputs][inputs], new double[outputs]);
                    for (double[] row : weights) {
                        for (int j = 0; j < inputs; j++) {
                            row[j] = random.nextGaussian() / Math.sqrt(inputs);
                        }
                    }
                }
                Dense(double[][] weights, double[] bias) {
                    this.weights = weights;
                    this.bias = bias;
                }
                double[][] weights() {
                    return weights;
                }
                double[] bias() {
                    return bias;
                }
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
            """;
    private static final String ACTIVATION = PREAMBLE + """
            enum Activation implements Layer {
                TANH {
                    @Override
                    double of(double x) {
                        return Math.tanh(x);
                    }
                },
                SOFT_PLUS {
                    @Override
                    double of(double x) {
                        return Math.log1p(Math.exp(x));
                    }
                };
                abstract double of(double x);
                @Differentiable
                @Override
                public double[] apply(double[] x) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = of(x[i]);
                    }
                    return y;
                }
            }
            """;
    private static final String CHAIN = PREAMBLE + """
            @Differentiable
            record Chain(Layer... layers) implements Layer {
                @Override
                public double[] apply(double[] x) {
                    for (Layer layer : layers) {
                        x = layer.apply(x);
                    }
                    return x;
                }
            }
            """;
    private static final String RESIDUAL = PREAMBLE + """
            @Differentiable
            record Residual(Layer inner, double scale) implements Layer {
                @Override
                public double[] apply(double[] x) {
                    double[] change = inner.apply(x);
                    double[] y = x.clone();
                    for (int i = 0; i < x.length; i++) {
                        y[i] += scale * change[i];
                    }
                    return y;
                }
            }
            """;
    private static final String NETWORK = PREAMBLE + """
            final class Network {
                static Layer random(java.util.random.RandomGenerator random) {
                    return new Chain(
                            new Dense(2, 4, random),
                            Activation.TANH,
                            new Residual(new Chain(new Dense(4, 4, random), Activation.SOFT_PLUS), 0.5),
                            new Dense(4, 1, random));
                }
                @Differentiable
                static double loss(Layer network, @Constant double[][] points, @Constant double[] targets) {
                    double sum = 0;
                    for (int k = 0; k < points.length; k++) {
                        double miss = network.apply(points[k])[0] - targets[k];
                        sum += miss * miss;
                    }
                    return sum / points.length;
                }
            }
            """;
    private static final double[][] POINTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[] TARGETS = {0, 1, 1, 0};
    /** Three matrices, three biases, one scale. */
    private static final int NUMBERS = (2 + 4 + 1) * 4 + (4 + 4 + 1) + 1;

    private static final Compiled COMPILED = Compiled.sources(LAYER, DENSE, ACTIVATION, CHAIN, RESIDUAL, NETWORK);

    private static Object network() {
        return COMPILED.call("demo.Network", "random", RandomGenerator.of("L64X128MixRandom"));
    }

    private static DifferentiableFunction loss(Object network) {
        return (DifferentiableFunction) COMPILED.call("demo.NetworkGradient", "lossFunction", network, POINTS, TARGETS);
    }

    @Test
    void gradientAgainstCentralDifferences() {
        DifferentiableFunction loss = loss(network());

        assertThat(loss.dimension()).isEqualTo(NUMBERS);
        GradientCheck.Report report = GradientCheck.of(loss).at(loss.start());
        assertThat(report.passed(1e-7)).as("%s", report).isTrue();
    }

    @Test
    void theGradientHasTheShapeOfTheNetwork() {
        Object network = network();

        Object gradient = COMPILED.call("demo.NetworkGradient", "loss", network, POINTS, TARGETS);

        DifferentiableFunction loss = loss(network);
        double[] flat = new double[NUMBERS];
        double value = loss.gradient(loss.start(), flat);
        assertThat(Mapped.get(gradient, "value")).isEqualTo(value);
        Object[] layers = (Object[]) Mapped.get(Mapped.get(gradient, "network"), "layers");
        assertThat(layers[0].getClass().getSimpleName()).isEqualTo("DenseTangent");
        assertThat(layers[1]).as("the tangent of a layer without weights").isNull();
        assertThat(Mapped.get(layers[2], "scale"))
                .isIn((Object[]) java.util.Arrays.stream(flat).boxed().toArray(Double[]::new));
    }

    @Test
    void itLearns() {
        DifferentiableFunction loss = loss(network());
        double[] point = loss.start();
        double[] gradient = new double[NUMBERS];
        for (int step = 0; step < 2000; step++) {
            loss.gradient(point, gradient);
            for (int i = 0; i < NUMBERS; i++) {
                point[i] -= 0.1 * gradient[i];
            }
        }

        assertThat(loss.value(point)).isCloseTo(0, within(1e-3));
    }
}
