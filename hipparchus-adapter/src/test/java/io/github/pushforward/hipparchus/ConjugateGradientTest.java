package io.github.pushforward.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConjugateGradientTest {

    private static void assertMinimumAtOnes(DifferentiableFunction function, Formula formula) {
        DifferentiableObjective objective = DifferentiableObjective.of(function);
        PointValuePair minimum = new NonLinearConjugateGradientOptimizer(formula, new SimpleValueChecker(1e-15, 1e-20))
                .optimize(
                        objective.objectiveFunction(),
                        objective.objectiveFunctionGradient(),
                        objective.initialGuess(),
                        GoalType.MINIMIZE,
                        new MaxEval(10_000));
        assertThat(minimum.getValue()).isCloseTo(0.0, within(1e-15));
        for (double x : minimum.getPoint()) {
            assertThat(x).isCloseTo(1.0, within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void minimizesRosenbrock(Formula formula) {
        assertMinimumAtOnes(ValleysGradient.rosenbrockFunction(new double[] {-1.2, 1}), formula);
    }

    @ParameterizedTest
    @EnumSource
    void minimizesExtendedRosenbrock(Formula formula) {
        double[] start = {-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1};
        assertMinimumAtOnes(ValleysGradient.rosenbrockFunction(start), formula);
    }

    @ParameterizedTest
    @EnumSource
    void minimizesWood(Formula formula) {
        assertMinimumAtOnes(ValleysGradient.woodFunction(new double[] {-3, -1, -3, -1}), formula);
    }
}
