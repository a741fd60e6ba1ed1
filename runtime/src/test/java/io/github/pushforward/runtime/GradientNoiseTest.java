package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of one report, recomputed from K gradients in memory; their means are those of {@link VarianceTest}. */
class GradientNoiseTest {

    private final Quadratic function = Quadratic.of(6);
    private final double[] x = function.start();

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionBlockTest#laws")
    void isThatOfGradientsInMemory(Directions law) {
        int samples = 5;
        double[][] v = new double[samples][6];
        law.draw(v, new SplittableRandom(8L));
        double[] mean = new double[6];
        double squaredDerivatives = 0.0;
        for (int k = 0; k < samples; k++) {
            double d = function.tangent(x, v[k]);
            squaredDerivatives += d * d;
            for (int i = 0; i < 6; i++) {
                mean[i] += d * v[k][i] / samples;
            }
        }
        double spread = 0.0;
        for (int k = 0; k < samples; k++) {
            for (int i = 0; i < 6; i++) {
                double deviation = function.tangent(x, v[k]) * v[k][i] - mean[i];
                spread += deviation * deviation;
            }
        }
        ForwardGradient estimator = new ForwardGradient(law, samples);
        estimator.estimate(function, x, new SplittableRandom(8L), new double[6]);
        GradientNoise noise = estimator.noise();

        assertThat(noise.samples()).isEqualTo(samples);
        assertThat(noise.squaredNorm()).isCloseTo(squaredDerivatives / samples, within(1e-12));
        assertThat(noise.predictedVariance())
                .isCloseTo(law.relativeVariance(6, samples) * squaredDerivatives / samples, within(1e-12));
        assertThat(noise.predictedError()).isEqualTo(Math.sqrt(noise.predictedVariance()));
        // Directions without replacement: the finite population correction 1 − K/n of sampling theory.
        double correction = law.independent() ? 1.0 : 1.0 - samples / 6.0;
        double standardError = Math.sqrt(spread / samples / (samples - 1) * correction);
        assertThat(noise.standardError()).isCloseTo(standardError, within(1e-12 * standardError));
    }

    @Test
    void oneSampleDoesNotShowItsSpread() {
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 1);
        estimator.estimate(function, x, new SplittableRandom(8L), new double[6]);
        assertThat(estimator.noise().standardError()).isNaN();
        assertThat(estimator.noise().predictedVariance())
                .isEqualTo(7.0 * estimator.noise().squaredNorm());
    }

    @Test
    void oneOrthonormalDirectionIsJudgedByTheory() {
        ForwardGradient estimator = new ForwardGradient(Directions.orthonormal(), 1);
        estimator.estimate(function, x, new SplittableRandom(8L), new double[6]);
        assertThat(estimator.noise().standardError())
                .isEqualTo(Math.sqrt(5.0 * estimator.noise().squaredNorm()));
    }

    @Test
    void samplesThatAgreeHaveNoSpread() {
        // Equal forward gradients: only rounding errors are left of the difference of squares.
        Quadratic parabola = new Quadratic(new double[] {3.0}, new double[] {0.1});
        ForwardGradient estimator = new ForwardGradient(Directions.rademacher(), 7);
        estimator.estimate(parabola, new double[] {0.7}, new SplittableRandom(8L), new double[1]);
        assertThat(estimator.noise().standardError()).isBetween(0.0, 1e-7);
        assertThat(estimator.noise().predictedVariance()).isZero();
    }

    @Test
    void aDerivativeThatIsNotANumberIsNotHidden() {
        ScalarFunction log = new ScalarFunction(Math::log, at -> Double.NaN, -1.0);
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 3);
        estimator.estimate(log, log.start(), new SplittableRandom(8L), new double[1]);
        assertThat(estimator.noise().squaredNorm()).isNaN();
        assertThat(estimator.noise().standardError()).isNaN();
        assertThat(estimator.noise().predictedVariance()).isNaN();
    }

    @Test
    void thereIsNoneBeforeAnEstimateOrAfterOneThatFailed() {
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 3);
        assertThatIllegalStateException()
                .isThrownBy(estimator::noise)
                .withMessageContaining("call estimate(...) before noise()");
        estimator.estimate(function, x, new SplittableRandom(8L), new double[6]);
        RandomGenerator broken = () -> {
            throw new UnsupportedOperationException("broken");
        };
        try {
            estimator.estimate(function, x, broken, new double[6]);
        } catch (UnsupportedOperationException expected) {
            assertThatIllegalStateException().isThrownBy(estimator::noise);
            return;
        }
        throw new AssertionError("the generator was not used");
    }
}
