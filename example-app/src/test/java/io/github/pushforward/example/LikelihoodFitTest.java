package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LikelihoodFitTest {

    /** Weibull's distribution, without the rule that the gamma distribution needs. */
    @Differentiable
    static double weibull(double shape, double scale, @Constant double[] lives) {
        double sum = 0.0;
        for (double x : lives) {
            double z = x / scale;
            sum += Math.pow(z, shape) - (shape - 1) * Math.log(z);
        }
        return sum / lives.length - Math.log(shape / scale);
    }

    /** Its minimum is a kink. */
    @Differentiable
    static double tent(double x) {
        return Math.abs(x - 5) + 0.3 * x;
    }

    /** The literature on lifetimes has the shape 2.102 and the scale 81.88. */
    @Test
    void weibullOfTheBearingsIsThatOfTheLiterature() {
        double[] lives = BearingLives.read().revolutions();
        double mean = Arrays.stream(lives).average().orElseThrow();
        LikelihoodFit fit = LikelihoodFit.of(
                LikelihoodFitTestGradient.weibullFunction(1, mean, lives), lives.length, "shape", "scale");
        assertThat(fit.estimates().get(0).value()).isCloseTo(2.102, within(0.0005));
        assertThat(fit.estimates().get(1).value()).isCloseTo(81.88, within(0.005));
    }

    @Test
    void anEndThatIsNotFlatIsRefused() {
        assertThatThrownBy(() -> LikelihoodFit.of(LikelihoodFitTestGradient.tentFunction(1), 1, "x"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no maximum where the quasi-Newton method ends")
                .hasMessageContaining("its slope is ");
    }
}
