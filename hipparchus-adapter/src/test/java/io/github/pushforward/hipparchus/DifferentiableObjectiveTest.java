package io.github.pushforward.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class DifferentiableObjectiveTest {

    private static final double[] START = {-1.2, 1};

    private final DifferentiableFunction function = ValleysGradient.rosenbrockFunction(START);
    private final DifferentiableObjective objective = DifferentiableObjective.of(function);

    @Test
    void theValueIsThatOfTheMethodBitForBit() {
        double[] x = {0.3, -0.7};
        double value = Valleys.rosenbrock(x);
        assertThat(objective.value(x)).isEqualTo(value);
        assertThat(objective.value(new ArrayRealVector(x))).isEqualTo(value);
        assertThat(objective.objectiveFunction().getObjectiveFunction().value(x))
                .isEqualTo(value);
    }

    @Test
    void theGradientIsExactInEveryForm() {
        double[] x = {0.3, -0.7};
        double slope = 200 * (x[1] - x[0] * x[0]);
        double[] gradient = {-2 * x[0] * slope - 2 * (1 - x[0]), slope};
        assertThat(objective.gradient(x).toArray()).containsExactly(gradient, within(1e-13));
        assertThat(objective.gradient(new ArrayRealVector(x))).isEqualTo(objective.gradient(x));
        assertThat(objective
                        .objectiveFunctionGradient()
                        .getObjectiveFunctionGradient()
                        .value(x))
                .containsExactly(objective.gradient(x).toArray());
    }

    @Test
    void theHessianIsSymmetricAndGoodToNineDigits() {
        double[] x = {-1.2, 1};
        RealMatrix hessian = objective.hessian(x);
        assertThat(hessian.getEntry(0, 0)).isCloseTo(1200 * x[0] * x[0] - 400 * x[1] + 2, within(1e-6));
        assertThat(hessian.getEntry(0, 1)).isCloseTo(-400 * x[0], within(1e-6));
        assertThat(hessian.getEntry(1, 1)).isCloseTo(200, within(1e-6));
        assertThat(hessian.getEntry(1, 0)).isEqualTo(hessian.getEntry(0, 1));
        assertThat(x).containsExactly(-1.2, 1);
    }

    @Test
    void startsWhereTheFunctionWasMade() {
        assertThat(objective.dim()).isEqualTo(2);
        assertThat(objective.initialGuess().getInitialGuess()).containsExactly(START);
    }

    @Test
    void resultsAreTheCallersToKeep() {
        RealVector first = objective.gradient(START);
        RealVector copy = first.copy();
        MultivariateVectorFunction gradient =
                objective.objectiveFunctionGradient().getObjectiveFunctionGradient();
        assertThat(gradient.value(START)).isNotSameAs(gradient.value(START));
        objective.gradient(new double[] {5, 5});
        assertThat(first).isEqualTo(copy);
    }

    /** Optimizers go on with the array that they pass. */
    @Test
    void thePointIsReadAnewEachTime() {
        double[] x = {1, 1};
        assertThat(objective.value(x)).isZero();
        assertThat(objective.gradient(x).getNorm()).isZero();
        x[1] = 2;
        assertThat(objective.value(x)).isEqualTo(100);
        assertThat(objective.gradient(x).toArray()).containsExactly(-400, 200);
    }

    @Test
    void refusesPointsOfAnotherDimension() {
        double[] x = {1, 2, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.value(x))
                .withMessageContaining("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.gradient(x))
                .withMessageContaining("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.hessian(x))
                .withMessageContaining("x has length 3");
    }
}
