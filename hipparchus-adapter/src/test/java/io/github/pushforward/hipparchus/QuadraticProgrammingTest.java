package io.github.pushforward.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.nonlinear.vector.constrained.AbstractSQPOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.LagrangeSolution;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerGM;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequential quadratic programming: what Hipparchus has of quasi-Newton methods, by BFGS updates of the Hessian. */
class QuadraticProgrammingTest {

    private static final double[] ONE_FIVE_FIVE_ONE = {1, 5, 5, 1};

    static Stream<AbstractSQPOptimizer> optimizers() {
        return Stream.of(new SQPOptimizerS(), new SQPOptimizerGM());
    }

    @ParameterizedTest(name = "with the Hessian: {0}")
    @ValueSource(booleans = {false, true})
    void minimizesRosenbrockWithinWideBounds(boolean hessian) {
        DifferentiableObjective objective =
                DifferentiableObjective.of(ValleysGradient.rosenbrockFunction(new double[] {-1.2, 1}));
        InequalityConstraint bounds = new LinearInequalityConstraint(
                MatrixUtils.createRealIdentityMatrix(2), new ArrayRealVector(new double[] {-10, -10}));
        SQPOption option = new SQPOption();
        option.setEps(1e-11);
        option.setUseFunHessian(hessian);
        LagrangeSolution minimum = new SQPOptimizerS()
                .optimize(option, bounds, objective.objectiveFunction(), objective.initialGuess(), new MaxIter(1_000));
        assertThat(minimum.getValue()).isCloseTo(0.0, within(1e-17));
        assertThat(minimum.getX().getEntry(0)).isCloseTo(1.0, within(1e-8));
        assertThat(minimum.getX().getEntry(1)).isCloseTo(1.0, within(1e-8));
    }

    /** The published minimum has the value 17.0140173. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void meetsConstraints(AbstractSQPOptimizer optimizer) {
        DifferentiableObjective objective =
                DifferentiableObjective.of(HockSchittkowskiGradient.objectiveFunction(ONE_FIVE_FIVE_ONE));
        LagrangeSolution minimum = optimizer.optimize(
                objective.objectiveFunction(),
                objective.initialGuess(),
                Constraints.equality(HockSchittkowskiGradient.sphereFunction(ONE_FIVE_FIVE_ONE), 40),
                Constraints.atLeast(
                        HockSchittkowskiGradient.boundsFunction(ONE_FIVE_FIVE_ONE), 25, 1, 1, 1, 1, -5, -5, -5, -5),
                new MaxIter(1_000));
        assertThat(minimum.getValue()).isCloseTo(17.0140173, within(1e-5));
        List<Double> published = List.of(1.0, 4.7429994, 3.8211503, 1.3794082);
        for (int i = 0; i < 4; i++) {
            assertThat(minimum.getX().getEntry(i)).isCloseTo(published.get(i), within(5e-4));
        }
    }

    @Test
    void constraintsHaveTheShapeOfTheirMapping() {
        InequalityConstraint bounds = Constraints.atLeast(
                HockSchittkowskiGradient.boundsFunction(ONE_FIVE_FIVE_ONE), 25, 1, 1, 1, 1, -5, -5, -5, -5);
        ArrayRealVector x = new ArrayRealVector(new double[] {1, 2, 3, 4});
        assertThat(bounds.dim()).isEqualTo(4);
        assertThat(bounds.dimY()).isEqualTo(9);
        assertThat(bounds.value(x).toArray()).containsExactly(24, 1, 2, 3, 4, -1, -2, -3, -4);
        assertThat(bounds.jacobian(x).getRow(0)).containsExactly(24, 12, 8, 6);
        assertThat(bounds.jacobian(x).getRow(2)).containsExactly(0, 1, 0, 0);
        assertThat(bounds.jacobian(x).getEntry(8, 3)).isEqualTo(-1);
        assertThat(bounds.getLowerBound().toArray()).containsExactly(25, 1, 1, 1, 1, -5, -5, -5, -5);
    }

    @Test
    void refusesAnotherNumberOfBoundsThanOutputs() {
        var bounds = HockSchittkowskiGradient.boundsFunction(ONE_FIVE_FIVE_ONE);
        String message = "there are 1 bounds, but the mapping has 9 outputs: pass one bound for each";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraints.atLeast(bounds, 25))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraints.equality(bounds, 25))
                .withMessage(message);
    }
}
