package io.github.pushforward.hipparchus;

import io.github.pushforward.runtime.DifferentiableFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * A differentiable function f: Rⁿ → R as an objective of Hipparchus' optimizers, with its exact gradient.
 *
 * <p>Conjugate gradients ({@code NonLinearConjugateGradientOptimizer}) take {@link #objectiveFunction()} and
 * {@link #objectiveFunctionGradient()}. The quasi-Newton methods of Hipparchus are those of sequential quadratic programming
 * ({@code SQPOptimizerS}, {@code SQPOptimizerGM}), with damped BFGS updates of the Hessian: they take {@link
 * #objectiveFunction()} alone, which they ask for gradients too, and at least one constraint, such as bounds of the parameters. In
 * Hipparchus 4.0.3 the roundings of their updates end some runs of more than a few parameters with a "non symmetric matrix";
 * conjugate gradients are of help there. All take {@link #initialGuess()}.
 *
 * <pre>{@code
 * DifferentiableObjective objective = DifferentiableObjective.of(RosenbrockGradient.valueFunction(x));
 * PointValuePair minimum = optimizer.optimize(
 *         objective.objectiveFunction(),
 *         objective.objectiveFunctionGradient(),
 *         objective.initialGuess(),
 *         GoalType.MINIMIZE,
 *         MaxEval.unlimited());
 * }</pre>
 *
 * <p>A value costs one run of the original method, a gradient n passes, or fewer where a pass carries several directions. Nothing is
 * remembered between the two: it would spare one run in an iteration, beside the dozens of values of its line search, and be
 * wrong where a captured array has been refilled. An instance serves one thread at a time, as its function does.
 */
public final class DifferentiableObjective extends TwiceDifferentiableFunction {

    /** Balances the truncation of a central difference, h², against its rounding, ε/h. */
    private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

    private final DifferentiableFunction function;

    private DifferentiableObjective(DifferentiableFunction function) {
        this.function = function;
    }

    /**
     * {@return the objective of a function, which it keeps}
     *
     * @param function f, to be minimized or maximized
     */
    public static DifferentiableObjective of(DifferentiableFunction function) {
        return new DifferentiableObjective(function);
    }

    /** {@return what every optimizer takes: the values, and for sequential quadratic programming the gradients as well} */
    public ObjectiveFunction objectiveFunction() {
        return new ObjectiveFunction(this);
    }

    /** {@return the gradients, where an optimizer takes them apart from the values} */
    public ObjectiveFunctionGradient objectiveFunctionGradient() {
        return new ObjectiveFunctionGradient(this::gradientAt);
    }

    /** {@return the values that the function was made from, to start an optimizer from} */
    public InitialGuess initialGuess() {
        return new InitialGuess(function.start());
    }

    /** The number n of inputs. */
    @Override
    public int dim() {
        return function.dimension();
    }

    /**
     * The value f(x), in one run of the original method.
     *
     * @throws IllegalArgumentException if {@code x} has another dimension than n
     */
    @Override
    public double value(RealVector x) {
        return function.value(x.toArray());
    }

    /**
     * The exact gradient ∇f(x).
     *
     * @throws IllegalArgumentException if {@code x} has another dimension than n
     */
    @Override
    public RealVector gradient(RealVector x) {
        return new ArrayRealVector(gradientAt(x.toArray()), false);
    }

    /**
     * The Hessian ∇²f(x): the exact one of a function of order 2 ({@code @Differentiable(order = 2)}). Of others, central
     * differences of exact gradients, made symmetric: 2n gradients. With steps ∛ε·max(1, |x_i|), about ten digits of these are right
     * where f is smooth and its inputs are of order 1.
     *
     * <p>No optimizer asks for it unless told to ({@code SQPOption.setUseFunHessian}). It is good enough for the standard errors
     * of a maximum of likelihood, which are the roots of the diagonal of its inverse.
     *
     * @throws IllegalArgumentException if {@code x} has another dimension than n
     */
    @Override
    public RealMatrix hessian(RealVector x) {
        int n = dim();
        double[] point = x.toArray();
        double[][] rows = new double[n][n];
        if (function instanceof io.github.pushforward.runtime.TwiceDifferentiableFunction twice) {
            twice.hessian(point, new double[n], rows);
            return new Array2DRowRealMatrix(rows, false);
        }
        for (int i = 0; i < point.length; i++) {
            double center = point[i];
            double step = RELATIVE_STEP * Math.max(1.0, Math.abs(center));
            point[i] = center + step;
            double above = point[i];
            double[] after = gradientAt(point);
            point[i] = center - step;
            double below = point[i];
            double[] before = gradientAt(point);
            point[i] = center;
            for (int j = 0; j < n; j++) {
                // Half to each of the two entries that it estimates.
                double half = 0.5 * (after[j] - before[j]) / (above - below);
                rows[i][j] += half;
                rows[j][i] += half;
            }
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    private double[] gradientAt(double[] x) {
        double[] gradient = new double[dim()];
        function.gradient(x, gradient);
        return gradient;
    }
}
