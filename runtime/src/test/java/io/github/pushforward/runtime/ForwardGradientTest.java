package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardGradientTest {

    private final Quadratic function = Quadratic.of(4);
    private final double[] x = function.start();
    private final double[] gradient = new double[4];

    @Test
    void oneSampleIsTheDerivativeTimesTheDirection() {
        double[] v = new double[4];
        Directions.gaussian().draw(v, new SplittableRandom(1L));
        Dual along = function.along(x, v);

        double value =
                new ForwardGradient(Directions.gaussian(), 1).estimate(function, x, new SplittableRandom(1L), gradient);

        assertThat(value).isEqualTo(function.value(x));
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i]).isEqualTo(along.tangent() * v[i]);
        }
    }

    @Test
    void sampleGivesTheFactorsOfTheForwardGradient() {
        ForwardGradient estimator = new ForwardGradient(Directions.sphere(), 5);
        double[] v = new double[4];
        Dual dual = estimator.sample(function, x, new SplittableRandom(1L), v);
        assertThat(dual).isEqualTo(function.along(x, v));

        new ForwardGradient(Directions.sphere(), 1).estimate(function, x, new SplittableRandom(1L), gradient);
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i]).isEqualTo(dual.tangent() * v[i]);
        }
    }

    @Test
    void severalSamplesAreAveraged() {
        RandomGenerator random = new SplittableRandom(2L);
        ForwardGradient one = new ForwardGradient(Directions.rademacher(), 1);
        double[] sum = new double[4];
        for (int k = 0; k < 3; k++) {
            one.estimate(function, x, random, gradient);
            for (int i = 0; i < 4; i++) {
                sum[i] += gradient[i];
            }
        }
        new ForwardGradient(Directions.rademacher(), 3).estimate(function, x, new SplittableRandom(2L), gradient);
        for (int i = 0; i < 4; i++) {
            assertThat(gradient[i]).isEqualTo(sum[i] / 3);
        }
    }

    @Test
    void rademacherIsExactInOneDimension() {
        Quadratic parabola = new Quadratic(new double[] {3.0}, new double[] {0.1});
        double[] exact = new double[1];
        parabola.gradient(new double[] {0.7}, exact);
        double[] estimate = new double[1];
        new ForwardGradient(Directions.rademacher(), 1)
                .estimate(parabola, new double[] {0.7}, new SplittableRandom(1L), estimate);
        assertThat(estimate).containsExactly(exact);
    }

    @Test
    void coordinateGivesOnePartialDerivativeTimesTheDimension() {
        double[] exact = new double[4];
        function.gradient(x, exact);
        RandomGenerator random = new SplittableRandom(1L);
        ForwardGradient estimator = new ForwardGradient(Directions.coordinate(), 1);
        boolean[] seen = new boolean[4];
        for (int k = 0; k < 50; k++) {
            estimator.estimate(function, x, random, gradient);
            int nonZero = 0;
            for (int i = 0; i < 4; i++) {
                if (gradient[i] != 0.0) {
                    nonZero++;
                    seen[i] = true;
                    assertThat(gradient[i]).isEqualTo(4 * exact[i]);
                }
            }
            assertThat(nonZero).isEqualTo(1);
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void oneInstanceServesFunctionsOfAnyDimension() {
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 2);
        for (int n : new int[] {4, 7, 0, 3}) {
            Quadratic other = Quadratic.of(n);
            double[] reused = new double[n];
            double[] fresh = new double[n];
            estimator.estimate(other, other.start(), new SplittableRandom(n), reused);
            new ForwardGradient(Directions.gaussian(), 2)
                    .estimate(other, other.start(), new SplittableRandom(n), fresh);
            assertThat(reused).containsExactly(fresh);
        }
    }

    @Test
    void inputsAreLeftUnchanged() {
        double[] before = x.clone();
        new ForwardGradient(Directions.gaussian(), 3).estimate(function, x, new SplittableRandom(1L), gradient);
        assertThat(x).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionsTest#laws")
    void relativeVarianceIsThatOfTheLawOverTheSamples(Directions law) {
        assertThat(new ForwardGradient(law, 4).relativeVariance(9)).isEqualTo(law.relativeVariance(9, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, Integer.MIN_VALUE})
    void fewerThanOneSampleIsRefused(int samples) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForwardGradient(Directions.gaussian(), samples))
                .withMessageContaining("samples is " + samples)
                .withMessageContaining("pass 1 or more");
    }

    @Test
    void arraysOfAnotherLengthAreRefused() {
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 1);
        RandomGenerator random = new SplittableRandom(1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(function, new double[3], random, gradient))
                .withMessage("x has length 3, but the function has dimension 4: pass an array of length 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(function, x, random, new double[5]))
                .withMessageStartingWith("gradient has length 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.sample(function, new double[3], random, gradient))
                .withMessageStartingWith("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.sample(function, x, random, new double[5]))
                .withMessageStartingWith("v has length 5");
    }

    @Test
    void writingOverTheInputsIsRefused() {
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 1);
        RandomGenerator random = new SplittableRandom(1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(function, x, random, x))
                .withMessageContaining("an array of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.sample(function, x, random, x))
                .withMessageContaining("an array of its own");
    }

    @Test
    void missingDirectionsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> new ForwardGradient(null, 1));
    }

    @Test
    void saysWhatItIs() {
        assertThat(new ForwardGradient(Directions.sphere(), 3))
                .hasToString("ForwardGradient[directions=Directions.sphere(), samples=3]");
    }
}
