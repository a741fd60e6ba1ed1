package io.github.pushforward.example;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * How long ball bearings last, by a gamma distribution.
 *
 * @param revolutions the life of each bearing, in millions of revolutions
 */
record BearingLives(double[] revolutions) {

    static final String SOURCE =
            "J. Lieblein, M. Zelen, Journal of Research of the National Bureau of Standards 57 (1956), 273-316";

    /**
     * The mean of −log f over the lives, where f is the density of the gamma distribution of this shape and mean,
     * (k/m)ᵏ xᵏ⁻¹ exp(−kx/m) / Γ(k).
     */
    @Differentiable(rules = GammaRules.class)
    static double negativeLogLikelihood(double shape, double mean, @Constant double[] lives) {
        double rate = shape / mean;
        double sum = 0.0;
        for (double x : lives) {
            sum += rate * x - (shape - 1) * Math.log(x);
        }
        return sum / lives.length + Gamma.logGamma(shape) - shape * Math.log(rate);
    }

    static BearingLives read() {
        return new BearingLives(NumberTable.read("bearings.csv", 1).column(0));
    }

    /**
     * Fits shape and mean, from an exponential distribution whose mean is the median of the lives.
     *
     * @throws CommandFailure if there is no maximum, as for lives that are all the same
     */
    LikelihoodFit fit() {
        double[] sorted = revolutions.clone();
        Arrays.sort(sorted);
        return LikelihoodFit.of(
                BearingLivesGradient.negativeLogLikelihoodFunction(1, sorted[sorted.length / 2], revolutions),
                revolutions.length,
                "shape",
                "mean");
    }
}
