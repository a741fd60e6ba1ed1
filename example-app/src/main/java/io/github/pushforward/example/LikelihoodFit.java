package io.github.pushforward.example;

import io.github.pushforward.hipparchus.DifferentiableObjective;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.nonlinear.vector.constrained.LagrangeSolution;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;

/**
 * The maximum of a likelihood of positive parameters by a quasi-Newton method, with the generated gradient: sequential quadratic
 * programming with BFGS updates of the Hessian.
 *
 * @param estimates of the parameters, with the standard errors √(I⁻¹)ᵢᵢ of the observed information I
 * @param logLikelihood at the maximum
 * @param slope the largest component of the gradient of the mean log-likelihood there, which is 0 at the maximum itself
 * @param iterations how many steps it took
 */
record LikelihoodFit(List<Estimate> estimates, double logLikelihood, double slope, int iterations) {

    /** The bound that keeps parameters positive. */
    private static final double SMALLEST = 1e-3;

    private static final double FLAT = 1e-6;
    private static final int MAX_ITERATIONS = 1_000;

    /**
     * Fits from where the function was made.
     *
     * @param function the mean of the negative log-likelihoods of all observations
     * @param observations how many there are
     * @param parameters the names of its inputs, in order
     * @throws CommandFailure if it finds no maximum
     */
    static LikelihoodFit of(DifferentiableFunction function, int observations, String... parameters) {
        DifferentiableObjective objective = DifferentiableObjective.of(function);
        SQPOptimizerS optimizer = new SQPOptimizerS();
        LagrangeSolution solution = maximize(objective, optimizer);
        RealVector maximum = solution.getX();
        double slope = objective.gradient(maximum).getLInfNorm();
        if (!(slope <= FLAT)) {
            throw new CommandFailure("the likelihood has no maximum where the quasi-Newton method ends: at " + maximum
                    + " its slope is " + slope);
        }

        RealMatrix information = objective.hessian(maximum).scalarMultiply(observations);
        RealMatrix covariance =
                new CholeskyDecomposition(information).getSolver().getInverse();
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            estimates.add(new Estimate(parameters[i], maximum.getEntry(i), Math.sqrt(covariance.getEntry(i, i))));
        }
        return new LikelihoodFit(estimates, -observations * solution.getValue(), slope, optimizer.getIterations());
    }

    private static LagrangeSolution maximize(DifferentiableObjective objective, SQPOptimizerS optimizer) {
        int n = objective.dim();
        try {
            return optimizer.optimize(
                    objective.objectiveFunction(),
                    objective.initialGuess(),
                    new LinearInequalityConstraint(
                            MatrixUtils.createRealIdentityMatrix(n), new ArrayRealVector(n, SMALLEST)),
                    new MaxIter(MAX_ITERATIONS));
        } catch (MathRuntimeException e) {
            throw new CommandFailure(
                    "the quasi-Newton method finds no maximum of the likelihood: " + e.getMessage(), e);
        }
    }
}
