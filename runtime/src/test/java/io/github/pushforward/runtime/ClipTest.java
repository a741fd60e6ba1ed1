package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    private final Quadratic function = Quadratic.of(5);

    private static ForwardGradientDescent.Builder builder() {
        return ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(0.01))
                .steps(30)
                .seed(4L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void boundsEachDirectionalDerivative(int samples) {
        double limit = 2.0;
        double[] theta = function.start();
        double[][] v = new double[samples][5];
        RandomGenerator random = new SplittableRandom(4L);
        int above = 0;
        int below = 0;
        for (int t = 0; t < 30; t++) {
            double[] gradient = new double[5];
            for (int k = 0; k < samples; k++) {
                Directions.gaussian().draw(v[k], random);
                double d = function.tangent(theta, v[k]);
                above += d > limit ? 1 : 0;
                below += d < -limit ? 1 : 0;
                double clipped = d > limit ? limit : d < -limit ? -limit : d;
                for (int i = 0; i < 5; i++) {
                    gradient[i] += clipped * v[k][i];
                }
            }
            for (int i = 0; i < 5; i++) {
                theta[i] -= 0.01 * (gradient[i] / samples);
            }
        }
        assertThat(above).isPositive();
        assertThat(below).isPositive();
        assertThat(builder()
                        .samples(samples)
                        .clip(limit)
                        .build()
                        .minimize(function)
                        .point())
                .containsExactly(theta);
    }

    @Test
    void listenersHearOfTheDerivativeAsItWas() {
        List<Double> clipped = new ArrayList<>();
        List<Double> free = new ArrayList<>();
        builder()
                .steps(1)
                .clip(1e-3)
                .listener(step -> clipped.add(step.directionalDerivative()))
                .build()
                .minimize(function);
        builder()
                .steps(1)
                .listener(step -> free.add(step.directionalDerivative()))
                .build()
                .minimize(function);
        assertThat(Math.abs(free.get(0))).isGreaterThan(1e-3);
        assertThat(clipped).isEqualTo(free);
    }

    @Test
    void aDerivativeThatIsInfiniteStillEndsTheDescent() {
        ScalarFunction root = new ScalarFunction(Math::sqrt, x -> 0.5 / Math.sqrt(x), 0.0);
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() -> builder().clip(1.0).build().minimize(root));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY})
    void theLimitIsPositiveAndFinite(double limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().clip(limit))
                .withMessageStartingWith("clip is " + limit);
    }
}
