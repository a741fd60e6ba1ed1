package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.GradientCheck;
import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class BearingLivesTest {

    private final BearingLives data = BearingLives.read();
    private final double[] lives = data.revolutions();
    private final double sampleMean = Arrays.stream(lives).average().orElseThrow();

    /** The likelihood equation of the shape, log k − ψ(k) = log of the mean − mean of the logs, whose left side falls. */
    private double shapeByBisection() {
        double right = Math.log(sampleMean)
                - Arrays.stream(lives).map(Math::log).average().orElseThrow();
        double low = 0.1;
        double high = 100;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (Math.log(middle) - Gamma.digamma(middle) > right) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void theFitSolvesTheLikelihoodEquations() {
        LikelihoodFit fit = data.fit();
        double shape = shapeByBisection();
        assertThat(fit.estimates().get(0).value()).isCloseTo(shape, within(1e-5));
        assertThat(fit.estimates().get(1).value()).isCloseTo(sampleMean, within(1e-5));
        assertThat(fit.logLikelihood())
                .isCloseTo(-lives.length * BearingLives.negativeLogLikelihood(shape, sampleMean, lives), within(1e-9));
        assertThat(fit.slope()).isLessThan(1e-7);
    }

    /** Shape k and mean m of a gamma distribution are orthogonal, with the information n(ψ′(k) − 1/k) and nk/m². */
    @Test
    void standardErrorsAreThoseOfTheInformation() {
        LikelihoodFit fit = data.fit();
        double k = shapeByBisection();
        assertThat(fit.estimates()).extracting(Estimate::parameter).containsExactly("shape", "mean");
        assertThat(fit.estimates().get(0).standardError())
                .isCloseTo(1 / Math.sqrt(lives.length * (Gamma.trigamma(k) - 1 / k)), within(1e-5));
        assertThat(fit.estimates().get(1).standardError())
                .isCloseTo(sampleMean / Math.sqrt(lives.length * k), within(1e-5));
    }

    @Test
    void theLikelihoodIsThatOfTheDensity() {
        double k = 2.5;
        double m = 60;
        double sum = 0.0;
        for (double x : lives) {
            sum += Math.log(Math.pow(k / m, k) * Math.pow(x, k - 1) * Math.exp(-k * x / m) / Gamma.gamma(k));
        }
        assertThat(BearingLives.negativeLogLikelihood(k, m, lives)).isCloseTo(-sum / lives.length, within(1e-12));
    }

    @Test
    void theGradientPassesThroughTheRule() {
        DifferentiableFunction function = BearingLivesGradient.negativeLogLikelihoodFunction(2.5, 60, lives);
        assertThat(GradientCheck.of(function).at(new double[] {2.5, 60}).passed(1e-7))
                .isTrue();
        assertThat(function.value(new double[] {2.5, 60}))
                .isEqualTo(BearingLives.negativeLogLikelihood(2.5, 60, lives));
    }

    /** The more alike the lives, the larger the shape: for equal ones there is no best. */
    @Test
    void aLikelihoodWithoutMaximumIsRefused() {
        assertThatThrownBy(() -> new BearingLives(new double[] {50, 50, 50}).fit())
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("the quasi-Newton method finds no maximum of the likelihood: ");
    }

    @Test
    void hasTheLivesOfTheLiterature() {
        assertThat(lives)
                .hasSize(23)
                .startsWith(17.88, 28.92)
                .endsWith(128.04, 173.40)
                .isSorted();
    }
}
