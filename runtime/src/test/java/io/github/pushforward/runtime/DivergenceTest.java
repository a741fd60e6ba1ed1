package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    private static ForwardGradientDescent.Builder builder(double rate) {
        return ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(rate))
                .directions(Directions.rademacher())
                .steps(10_000);
    }

    private static DivergenceException divergence(ForwardGradientDescent descent, DifferentiableFunction function) {
        return catchThrowableOfType(DivergenceException.class, () -> descent.minimize(function));
    }

    @Test
    void aRateThatIsTooLargeIsNamedWithTheStepAndTheValue() {
        List<Step> heard = new ArrayList<>();
        DivergenceException thrown =
                divergence(builder(10.0).listener(heard::add).build(), Quadratic.of(5));

        assertThat(thrown).isInstanceOf(ArithmeticException.class);
        assertThat(thrown.step()).isPositive().isEqualTo(heard.size());
        assertThat(Double.isFinite(thrown.value()) && Double.isFinite(thrown.directionalDerivative()))
                .isFalse();
        assertThat(thrown.learningRate()).isEqualTo(10.0);
        assertThat(thrown)
                .hasMessageStartingWith(
                        "Descent diverged at step " + thrown.step() + ": the value is " + thrown.value())
                .hasMessageContaining("the learning rate 10.0")
                .hasMessageContaining("Choose a smaller learning rate");
        assertThat(heard).allMatch(step -> Double.isFinite(step.value()));
    }

    @Test
    void aValueThatIsNotFiniteAtTheStartIsNotBlamedOnTheRate() {
        ScalarFunction log = new ScalarFunction(Math::log, x -> 1.0 / x, -1.0);
        DivergenceException thrown = divergence(builder(0.1).build(), log);
        assertThat(thrown.step()).isZero();
        assertThat(thrown.value()).isNaN();
        assertThat(thrown).hasMessageContaining("choose another start");
        assertThat(thrown.getMessage()).doesNotContain("smaller learning rate");
    }

    @Test
    void anInfiniteDerivativeStopsEvenWhereTheValueIsFinite() {
        ScalarFunction root = new ScalarFunction(Math::sqrt, x -> 0.5 / Math.sqrt(x), 0.0);
        DivergenceException thrown = divergence(builder(0.1).build(), root);
        assertThat(thrown.value()).isZero();
        assertThat(thrown.directionalDerivative()).isInfinite();
    }

    @Test
    void everySampleOfAStepIsChecked() {
        // Only the first derivative is NaN: it spoils the estimate, though the last one is finite.
        int[] passes = {0};
        ScalarFunction flaky = new ScalarFunction(x -> x, x -> passes[0]++ == 0 ? Double.NaN : 1.0, 0.0);
        DivergenceException thrown = divergence(builder(0.1).samples(3).build(), flaky);
        assertThat(thrown.step()).isZero();
        assertThat(thrown.directionalDerivative()).isNaN();
    }

    @Test
    void aFinalPointWithoutAFiniteValueIsNotReturned() {
        ScalarFunction log = new ScalarFunction(Math::log, x -> 1.0 / x, 1.0);
        DivergenceException thrown = divergence(builder(2.0).steps(1).build(), log);
        assertThat(thrown.step()).isEqualTo(1);
        assertThat(thrown.value()).isNaN();
        assertThat(thrown).hasMessageContaining("Choose a smaller learning rate");
    }
}
