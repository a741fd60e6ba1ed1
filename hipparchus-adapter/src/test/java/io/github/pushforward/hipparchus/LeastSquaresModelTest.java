package io.github.pushforward.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableMapping;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;

class LeastSquaresModelTest {

    private static final double[] X = {77.6, 239.9, 760};
    private static final double[] B = {250, 0.0005};

    private final LeastSquaresModel model = LeastSquaresModel.of(NistModelsGradient.misra1aFunction(B, X));

    @Test
    void givesTheValueAndTheExactJacobianAtOnce() {
        double[] b = {240, 0.0006};
        Pair<RealVector, RealMatrix> both = model.value(new ArrayRealVector(b));
        assertThat(both.getFirst().toArray()).containsExactly(NistModels.misra1a(b, X));
        for (int i = 0; i < X.length; i++) {
            double exp = Math.exp(-b[1] * X[i]);
            assertThat(both.getSecond().getRow(i))
                    .containsExactly(new double[] {1 - exp, b[0] * X[i] * exp}, within(1e-9));
        }
    }

    @Test
    void givesTheSameApart() {
        Pair<RealVector, RealMatrix> both = model.value(new ArrayRealVector(B));
        assertThat(model.computeValue(B)).isEqualTo(both.getFirst());
        assertThat(model.computeJacobian(B)).isEqualTo(both.getSecond());
    }

    @Test
    void resultsAreTheCallersToKeep() {
        Pair<RealVector, RealMatrix> first = model.value(new ArrayRealVector(B));
        RealVector value = first.getFirst().copy();
        RealMatrix jacobian = first.getSecond().copy();
        model.value(new ArrayRealVector(new double[] {1, 1}));
        model.computeValue(new double[] {2, 2});
        model.computeJacobian(new double[] {3, 3});
        assertThat(first.getFirst()).isEqualTo(value);
        assertThat(first.getSecond()).isEqualTo(jacobian);
    }

    @Test
    void seesCapturedArraysThatAreRefilled() {
        double[] x = X.clone();
        LeastSquaresModel refilled = LeastSquaresModel.of(NistModelsGradient.misra1aFunction(B, x));
        refilled.computeValue(B);
        x[0] = 500;
        assertThat(refilled.computeValue(B).toArray()).containsExactly(NistModels.misra1a(B, x));
        assertThat(refilled.value(new ArrayRealVector(B)).getFirst()).isEqualTo(refilled.computeValue(B));
    }

    @Test
    void startsWhereTheMappingWasMade() {
        assertThat(model.start()).containsExactly(B);
    }

    @Test
    void refusesParametersOfAnotherDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.value(new ArrayRealVector(3)))
                .withMessageContaining("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.computeValue(new double[3]))
                .withMessageContaining("x has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.computeJacobian(new double[3]))
                .withMessageContaining("x has length 3");
    }

    @Test
    void lazyEvaluationSparesTheJacobiansOfRejectedSteps() {
        Counts eager = new Counts(NistProblem.MGH09.mapping(1));
        Counts lazy = new Counts(NistProblem.MGH09.mapping(1));
        Optimum first = fit(eager, false);
        Optimum second = fit(lazy, true);

        assertThat(second.getPoint()).isEqualTo(first.getPoint());
        assertThat(eager.values).isZero();
        assertThat(eager.jacobians).isEqualTo(first.getEvaluations());
        assertThat(lazy.jacobians).isLessThan(eager.jacobians);
    }

    private static Optimum fit(DifferentiableMapping mapping, boolean lazy) {
        LeastSquaresModel model = LeastSquaresModel.of(mapping);
        return new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .model(model)
                        .target(NistProblem.MGH09.observations())
                        .start(model.start())
                        .lazyEvaluation(lazy)
                        .maxEvaluations(1_000)
                        .maxIterations(1_000)
                        .build());
    }

    /** Counts what is asked of a mapping. */
    private static final class Counts implements DifferentiableMapping {

        private final DifferentiableMapping mapping;
        private int values;
        private int jacobians;

        Counts(DifferentiableMapping mapping) {
            this.mapping = mapping;
        }

        @Override
        public int inputDimension() {
            return mapping.inputDimension();
        }

        @Override
        public int outputDimension() {
            return mapping.outputDimension();
        }

        @Override
        public double[] start() {
            return mapping.start();
        }

        @Override
        public void value(double[] x, double[] y) {
            values++;
            mapping.value(x, y);
        }

        @Override
        public void along(double[] x, double[] v, double[] y, double[] yTangent) {
            mapping.along(x, v, y, yTangent);
        }

        @Override
        public void jacobian(double[] x, double[] y, double[][] jacobian) {
            jacobians++;
            mapping.jacobian(x, y, jacobian);
        }
    }
}
