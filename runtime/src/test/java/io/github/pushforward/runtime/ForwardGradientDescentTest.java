package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.ForwardGradientDescent.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardGradientDescentTest {

    private final Quadratic function = Quadratic.of(5);

    private static ForwardGradientDescent.Builder builder() {
        return ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(0.05))
                .steps(2_000);
    }

    @Test
    void isAlgorithm1() {
        double[] theta = function.start();
        double[] v = new double[5];
        RandomGenerator random = new SplittableRandom(42L);
        for (int t = 0; t < 20; t++) {
            Directions.gaussian().draw(v, random);
            double d = function.along(theta, v).tangent();
            for (int i = 0; i < 5; i++) {
                theta[i] -= 0.05 * (d * v[i]);
            }
        }
        Result result = builder().steps(20).seed(42L).build().minimize(function);
        assertThat(result.point()).containsExactly(theta);
        assertThat(result.value()).isEqualTo(function.value(theta));
        assertThat(result.steps()).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionsTest#laws")
    void convergesOnAQuadratic(Directions law) {
        for (int samples : new int[] {1, 4}) {
            Result result = builder().directions(law).samples(samples).build().minimize(function);
            assertThat(result.point()).containsExactly(function.center(), within(1e-9));
            assertThat(result.value()).isLessThan(1e-15);
        }
    }

    @Test
    void theScheduleIsFollowed() {
        List<Double> rates = new ArrayList<>();
        LearningRate decay = LearningRate.exponentialDecay(0.05, 0.1);
        builder()
                .learningRate(decay)
                .steps(3)
                .listener(step -> rates.add(step.learningRate()))
                .build()
                .minimize(function);
        assertThat(rates).containsExactly(decay.at(0), decay.at(1), decay.at(2));
    }

    @Test
    void theSameSeedRepeatsBitForBit() {
        ForwardGradientDescent descent = builder().steps(100).seed(9L).build();
        double[] first = descent.minimize(function).point();
        assertThat(descent.minimize(function).point()).containsExactly(first);
        assertThat(builder().steps(100).seed(9L).build().minimize(function).point())
                .containsExactly(first);
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        double[] first =
                builder().steps(100).seed(9L).build().minimize(function).point();
        double[] second =
                builder().steps(100).seed(10L).build().minimize(function).point();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theStartIsLeftUnchanged() {
        double[] start = {1.0, 2.0, 3.0, 4.0, 5.0};
        builder().steps(10).build().minimize(function, start);
        assertThat(start).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void eachStepHasItsOwnFunction() {
        // Two halves of one quadratic take turns, as mini-batches do; their sum has its minimum where both have.
        double[] center = {0.5, -1.0};
        Quadratic even = new Quadratic(new double[] {2.0, 0.0}, center);
        Quadratic odd = new Quadratic(new double[] {0.0, 3.0}, center);
        List<Long> asked = new ArrayList<>();
        Result result = builder()
                .steps(1_001)
                .build()
                .minimize(
                        step -> {
                            asked.add(step);
                            return step % 2 == 0 ? even : odd;
                        },
                        new double[] {3.0, 3.0});
        assertThat(result.point()).containsExactly(center, within(1e-6));
        assertThat(result.value()).isEqualTo(even.value(result.point()));
        assertThat(asked).hasSize(1_001).startsWith(0L, 1L, 2L).endsWith(1_000L).isSorted();
    }

    @Test
    void aBuilderMayGoOnAfterItsBuild() {
        List<Long> steps = new ArrayList<>();
        ForwardGradientDescent.Builder builder = builder().steps(2);
        ForwardGradientDescent quiet = builder.build();
        builder.steps(7).listener(step -> steps.add(step.index()));
        assertThat(quiet.minimize(function).steps()).isEqualTo(2);
        assertThat(steps).isEmpty();
    }

    @Test
    void aStartOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().build().minimize(function, new double[3]))
                .withMessage("start has length 3, but the function has dimension 5: pass an array of length 5");
    }

    @Test
    void aFunctionOfAnotherDimensionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder().build().minimize(step -> step < 3 ? function : Quadratic.of(4), function.start()))
                .withMessageStartingWith("the function of step 3 has dimension 4, but the start has length 5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNegativeOrNotFiniteIsRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .learningRate(step -> step < 2 ? 0.1 : rate)
                        .build()
                        .minimize(function))
                .withMessageStartingWith("the learning rate of step 2 is " + rate);
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().samples(0))
                .withMessageStartingWith("samples is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().steps(0))
                .withMessageStartingWith("steps is 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> ForwardGradientDescent.builder().steps(1).build())
                .withMessageContaining("learningRate(");
        assertThatIllegalStateException()
                .isThrownBy(() -> ForwardGradientDescent.builder()
                        .learningRate(LearningRate.constant(1.0))
                        .build())
                .withMessageContaining("steps(");
    }

    @Test
    void saysWhatItIs() {
        assertThat(builder().seed(42L).build())
                .hasToString("ForwardGradientDescent[learningRate=LearningRate.constant(0.05),"
                        + " directions=Directions.gaussian(), samples=1, steps=2000, seed=42]");
        assertThat(new Result(new double[3], 0.5, 7L)).hasToString("Result[value=0.5, steps=7, dimension=3]");
    }
}
