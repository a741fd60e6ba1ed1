package io.github.pushforward.hipparchus;

import io.github.pushforward.runtime.DifferentiableMapping;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * A differentiable mapping f: Rⁿ → Rᵐ as a model of Hipparchus' least squares, with its exact Jacobian: n parameters to m values,
 * of which the observations are subtracted by Hipparchus.
 *
 * <pre>{@code
 * LeastSquaresModel model = LeastSquaresModel.of(DecayGradient.valuesFunction(parameters, times));
 * LeastSquaresProblem problem = new LeastSquaresBuilder()
 *         .model(model)
 *         .target(observations)
 *         .start(model.start())
 *         .maxEvaluations(1000)
 *         .maxIterations(1000)
 *         .build();
 * LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem);
 * }</pre>
 *
 * <p>Each step that Levenberg–Marquardt tries costs n passes, or fewer where a pass carries several directions, which give the value and
 * the Jacobian. With {@code lazyEvaluation(true)} a tried step costs two runs of the original method, for Hipparchus asks twice for
 * the residuals, and a taken one the passes: less where n is large and many steps are rejected. An instance serves one thread at a
 * time, as its mapping does.
 */
public final class LeastSquaresModel implements ValueAndJacobianFunction {

    private final DifferentiableMapping mapping;

    private LeastSquaresModel(DifferentiableMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * {@return the model of a mapping, which it keeps}
     *
     * @param mapping the model Rⁿ → Rᵐ, from n parameters to m observations
     */
    public static LeastSquaresModel of(DifferentiableMapping mapping) {
        return new LeastSquaresModel(mapping);
    }

    /** {@return the parameters that the mapping was made from, to start an optimizer from: a fresh array of length n} */
    public double[] start() {
        return mapping.start();
    }

    /**
     * The value f(x), of dimension m, and the Jacobian, of m rows and n columns, both by the same passes.
     *
     * @throws IllegalArgumentException if {@code point} has another dimension than n
     */
    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        double[] value = new double[mapping.outputDimension()];
        double[][] jacobian = new double[value.length][mapping.inputDimension()];
        mapping.jacobian(point.toArray(), value, jacobian);
        return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(jacobian, false));
    }

    /**
     * The value f(x), of dimension m, in one run of the original method.
     *
     * @throws IllegalArgumentException if {@code params} has another length than n
     */
    @Override
    public RealVector computeValue(double[] params) {
        double[] value = new double[mapping.outputDimension()];
        mapping.value(params, value);
        return new ArrayRealVector(value, false);
    }

    /**
     * The Jacobian, of m rows and n columns.
     *
     * @throws IllegalArgumentException if {@code params} has another length than n
     */
    @Override
    public RealMatrix computeJacobian(double[] params) {
        double[][] jacobian = new double[mapping.outputDimension()][mapping.inputDimension()];
        mapping.jacobian(params, new double[jacobian.length], jacobian);
        return new Array2DRowRealMatrix(jacobian, false);
    }
}
