package io.github.pushforward.acceptance.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import io.github.pushforward.acceptance.Differences;
import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives with respect to weights and biases that are fields of layers, some of which have none. */
class NetworkTest {

    private static final int POINTS = 40;
    private static final double DECAY = 1e-3;

    private final double[][] points = new double[POINTS][];
    private final int[] labels = new int[POINTS];

    /** Points near the centre, and around them. */
    NetworkTest() {
        RandomGenerator random = new SplittableRandom(42);
        for (int i = 0; i < POINTS; i++) {
            labels[i] = i % 2;
            double radius = labels[i] == 0 ? random.nextDouble(0.5) : random.nextDouble(1, 1.5);
            double angle = random.nextDouble(2 * Math.PI);
            points[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
    }

    private static Network random(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return new Network(
                Dense.random(2, 5, random),
                new Tanh(),
                Dense.random(5, 4, random),
                new Relu(0.1),
                Dense.random(4, 2, random),
                new Softmax());
    }

    private static double[] flat(Network network) {
        Dense first = (Dense) network.layers[0];
        Dense second = (Dense) network.layers[2];
        Dense third = (Dense) network.layers[4];
        return Flat.of(first.weights, first.biases, second.weights, second.biases, third.weights, third.biases);
    }

    private static double[] flat(NetworkTangent network) {
        DenseTangent first = (DenseTangent) network.layers[0];
        DenseTangent second = (DenseTangent) network.layers[2];
        DenseTangent third = (DenseTangent) network.layers[4];
        return Flat.of(first.weights, first.biases, second.weights, second.biases, third.weights, third.biases);
    }

    /** A network of the shape of {@link #random}, of the given numbers. */
    private static Network of(double[] numbers) {
        Network network = random(0);
        int next = 0;
        for (Layer layer : network.layers) {
            if (layer instanceof Dense dense) {
                for (double[] row : dense.weights) {
                    System.arraycopy(numbers, next, row, 0, row.length);
                    next += row.length;
                }
                System.arraycopy(numbers, next, dense.biases, 0, dense.biases.length);
                next += dense.biases.length;
            }
        }
        return network;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientOfTheLoss(long seed) {
        Network network = random(seed);

        NetworkGradient.LossGradient gradient = NetworkGradient.loss(network, points, labels, DECAY);

        assertThat(gradient.value()).isEqualTo(network.loss(points, labels, DECAY));
        double[] differences = Differences.gradient(numbers -> of(numbers).loss(points, labels, DECAY), flat(network));
        Differences.assertClose(flat(gradient.self()), differences, 1e-7);
        Checks.check(NetworkGradient.lossFunction(network, points, labels, DECAY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void forwardGradientsOfTheLoss(long seed) {
        Network network = random(seed);
        double[] gradient =
                flat(NetworkGradient.loss(network, points, labels, DECAY).self());

        NetworkGradient.LossGradient forward =
                NetworkGradient.lossForward(network, points, labels, DECAY, new SplittableRandom(seed));

        assertThat(forward.value()).isEqualTo(network.loss(points, labels, DECAY));
        Differences.assertClose(
                flat(forward.self()), Checks.forwardGradient(gradient, new SplittableRandom(seed)), 1e-9);
    }

    /** The tangent of a layer that has no numbers is null, here and wherever else. */
    @Test
    void theTangentOfTheLossAlongOneBias() {
        Network network = random(4);
        NetworkTangent direction = NetworkTangent.zeros(network);
        ((DenseTangent) direction.layers[2]).biases[3] = 1;

        Dual dual = NetworkTangent.loss(network, points, labels, DECAY, direction);

        NetworkTangent gradient =
                NetworkGradient.loss(network, points, labels, DECAY).self();
        assertThat(dual.value()).isEqualTo(network.loss(points, labels, DECAY));
        assertThat(dual.tangent()).isEqualTo(((DenseTangent) gradient.layers[2]).biases[3]);
        assertThat(gradient.layers[1]).isNull();
    }

    /** The outputs are probabilities, whose sum never changes. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void theJacobianOfTheOutputs(long seed) {
        Network network = random(seed);

        NetworkGradient.OutputsJacobian jacobian = NetworkGradient.outputs(network, points[0]);

        assertThat(jacobian.value()).isEqualTo(network.outputs(points[0]));
        assertThat(jacobian.self()).hasDimensions(2, flat(network).length);
        assertThat(jacobian.inputs()).hasDimensions(2, 2);
        for (int i = 0; i < jacobian.self()[0].length; i++) {
            assertThat(jacobian.self()[0][i]).isCloseTo(-jacobian.self()[1][i], within(1e-14));
        }
        Checks.check(NetworkGradient.outputsFunction(network, points[0]));
    }

    @Test
    void itLearnsByForwardGradientsAlone() {
        DifferentiableFunction loss = NetworkGradient.lossFunction(random(7), points, labels, DECAY);

        ForwardGradientDescent.Result trained = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.02, 1e-4))
                .steps(5_000)
                .seed(8)
                .build()
                .minimize(loss);

        assertThat(loss.value(loss.start())).isGreaterThan(0.6);
        Network network = of(trained.point());
        assertThat(trained.value())
                .isEqualTo(network.loss(points, labels, DECAY))
                .isLessThan(0.2);
        for (int i = 0; i < POINTS; i++) {
            assertThat(network.outputs(points[i])[labels[i]]).as("point %d", i).isGreaterThan(0.5);
        }
    }
}
