package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRuleTest {

    private static void step(Update update, long t, double rate, double[] gradient, double[] point) {
        update.begin(t, rate);
        update.move(gradient, 0, gradient.length, point);
    }

    @Test
    void plainIsTheRateTimesTheGradient() {
        double[] point = {1.0, 2.0};
        Update update = UpdateRule.plain().start(2);
        step(update, 0, 0.5, new double[] {1.0, -2.0}, point);
        assertThat(point).containsExactly(0.5, 3.0);
        step(update, 1, 0.25, new double[] {2.0, 0.0}, point);
        assertThat(point).containsExactly(0.0, 3.0);
    }

    @Test
    void momentumByHand() {
        double[] point = {1.0, 2.0};
        Update update = UpdateRule.momentum(0.5).start(2);
        step(update, 0, 0.5, new double[] {1.0, -2.0}, point); // u = (1, −2)
        assertThat(point).containsExactly(0.5, 3.0);
        step(update, 1, 0.25, new double[] {2.0, 0.0}, point); // u = (2.5, −1)
        assertThat(point).containsExactly(-0.125, 3.25);
        step(update, 2, 1.0, new double[] {0.0, 1.0}, point); // u = (1.25, 0.5)
        assertThat(point).containsExactly(-1.375, 2.75);
    }

    @Test
    void adamByHand() {
        // β₁ = ½, β₂ = ¾, ε = 1, and gradients whose second moments have square roots.
        double[] point = {0.0};
        Update update = UpdateRule.adam(0.5, 0.75, 1.0).start(1);
        step(update, 0, 1.0, new double[] {2.0}, point);
        // m = 1, v = 1; corrected 1 ÷ ½ = 2 and 1 ÷ ¼ = 4: 2 ÷ (2 + 1)
        assertThat(point[0]).isCloseTo(-2.0 / 3.0, within(1e-15));
        step(update, 1, 0.5, new double[] {-4.0}, point);
        // m = ½·1 − ½·4 = −1.5, v = ¾·1 + ¼·16 = 4.75; corrected −1.5 ÷ ¾ = −2 and 4.75 ÷ 0.4375 = 76 ÷ 7
        double second = -0.5 * -2.0 / (Math.sqrt(76.0 / 7.0) + 1.0);
        assertThat(point[0]).isCloseTo(-2.0 / 3.0 + second, within(1e-15));
        step(update, 2, 0.5, new double[] {0.0}, point);
        // m = −0.75, v = 3.5625; corrected −0.75 ÷ 0.875 = −6 ÷ 7 and 3.5625 ÷ 0.578125 = 228 ÷ 37
        double third = -0.5 * (-6.0 / 7.0) / (Math.sqrt(228.0 / 37.0) + 1.0);
        assertThat(point[0]).isCloseTo(-2.0 / 3.0 + second + third, within(1e-15));
    }

    @Test
    void theFirstStepOfAdamIsAsLongAsTheRate() {
        double[] point = new double[3];
        step(UpdateRule.adam().start(3), 0, 0.25, new double[] {1e-3, -1.0, 1e6}, point);
        assertThat(point).containsExactly(new double[] {-0.25, 0.25, -0.25}, within(1e-5));
    }

    static Stream<UpdateRule> rules() {
        return Stream.of(
                UpdateRule.plain(),
                UpdateRule.momentum(0.0),
                UpdateRule.momentum(0.9),
                UpdateRule.adam(),
                UpdateRule.adam(0.5, 0.9, 1e-3));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void partsOfAGradientMoveThePointAsTheWholeDoes(UpdateRule rule) {
        int n = 10;
        double[] whole = new double[n];
        double[] parts = new double[n];
        Update updateWhole = rule.start(n);
        Update updateParts = rule.start(n);
        RandomGenerator random = new SplittableRandom(1L);
        double[] gradient = new double[n];
        for (int t = 0; t < 5; t++) {
            Directions.gaussian().draw(gradient, random);
            step(updateWhole, t, 0.1, gradient, whole);
            updateParts.begin(t, 0.1);
            for (int offset = 0; offset < n; offset += 4) {
                int length = Math.min(4, n - offset);
                double[] part = new double[4];
                System.arraycopy(gradient, offset, part, 0, length);
                updateParts.move(part, offset, length, parts);
            }
            assertThat(parts).containsExactly(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aDescentAppliesItToTheStoredEstimate(UpdateRule rule) {
        // Past the length of a part and the size of a block, where the descent holds neither gradient nor directions.
        LaneQuadratic function = LaneQuadratic.of(600);
        double[] theta = function.start();
        double[] gradient = new double[600];
        RandomGenerator random = new SplittableRandom(42L);
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 10);
        Update update = rule.start(600);
        LearningRate rate = LearningRate.exponentialDecay(1e-3, 0.1);
        for (int t = 0; t < 8; t++) {
            estimator.estimate(function, theta, random, gradient);
            step(update, t, rate.at(t), gradient, theta);
        }
        assertThat(ForwardGradientDescent.builder()
                        .learningRate(rate)
                        .samples(10)
                        .update(rule)
                        .steps(8)
                        .seed(42L)
                        .build()
                        .minimize(function)
                        .point())
                .containsExactly(theta);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void convergesOnAQuadratic(UpdateRule rule) {
        Quadratic function = Quadratic.of(5);
        ForwardGradientDescent.Result result = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.02, 1e-3))
                .samples(2)
                .update(rule)
                .steps(5_000)
                .build()
                .minimize(function);
        assertThat(result.point()).containsExactly(function.center(), within(1e-3));
    }

    @Test
    void eachRunStartsAfresh() {
        Quadratic function = Quadratic.of(5);
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(0.01))
                .update(UpdateRule.adam())
                .steps(20)
                .build();
        assertThat(descent.minimize(function).point())
                .containsExactly(descent.minimize(function).point());
    }

    @Test
    void aRuleMayBeTheUsersOwn() {
        Quadratic function = Quadratic.of(5);
        Update still = new Update() {
            @Override
            public void begin(long step, double rate) {}

            @Override
            public void move(double[] gradient, int offset, int length, double[] point) {}
        };
        assertThat(ForwardGradientDescent.builder()
                        .learningRate(LearningRate.constant(0.01))
                        .update(n -> still)
                        .steps(3)
                        .build()
                        .minimize(function)
                        .point())
                .containsExactly(function.start());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0, 2.0, Double.NaN})
    void aShareOfThePastIsLessThanOne(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateRule.momentum(share))
                .withMessageStartingWith("mu is " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateRule.adam(share, 0.9, 1e-8))
                .withMessageStartingWith("beta1 is " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateRule.adam(0.9, share, 1e-8))
                .withMessageStartingWith("beta2 is " + share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-8, 0.0, Double.NaN, Double.POSITIVE_INFINITY})
    void epsilonIsPositiveAndFinite(double epsilon) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateRule.adam(0.9, 0.999, epsilon))
                .withMessageStartingWith("epsilon is " + epsilon);
    }

    @Test
    void aMissingRuleIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> ForwardGradientDescent.builder().update(null));
    }

    @Test
    void rulesAreNamedAsTheyAreMade() {
        assertThat(UpdateRule.plain()).hasToString("UpdateRule.plain()");
        assertThat(UpdateRule.momentum(0.9)).hasToString("UpdateRule.momentum(0.9)");
        assertThat(UpdateRule.adam()).hasToString("UpdateRule.adam(0.9, 0.999, 1.0E-8)");
        assertThat(ForwardGradientDescent.builder()
                        .learningRate(LearningRate.constant(0.05))
                        .steps(7)
                        .update(UpdateRule.momentum(0.5))
                        .clip(2.0)
                        .build())
                .hasToString("ForwardGradientDescent[learningRate=LearningRate.constant(0.05),"
                        + " directions=Directions.gaussian(), samples=1, steps=7, seed=0,"
                        + " update=UpdateRule.momentum(0.5), clip=2.0]");
    }
}
