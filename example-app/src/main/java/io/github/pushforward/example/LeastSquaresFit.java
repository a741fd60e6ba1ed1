package io.github.pushforward.example;

import io.github.pushforward.hipparchus.LeastSquaresModel;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * The least squares of a model by Levenberg–Marquardt, with the generated Jacobian J.
 *
 * @param estimates of the parameters b1, b2 ..., with the standard errors s·√((JᵀJ)⁻¹)ᵢᵢ
 * @param squares the sum of squared residuals
 * @param deviation the standard deviation s of the residuals
 * @param evaluations of the model and its Jacobian
 */
record LeastSquaresFit(List<Estimate> estimates, double squares, double deviation, int evaluations) {

    /** To the last digits: a fit of a few dozen observations costs nothing. */
    private static final double TOLERANCE = 1e-15;

    private static final double SINGULAR = 1e-14;
    private static final int MAX_EVALUATIONS = 1_000;

    /**
     * Fits from where the mapping was made.
     *
     * @param mapping from the parameters to what the model predicts for each observation
     * @throws CommandFailure if the observations do not determine the parameters
     */
    static LeastSquaresFit of(DifferentiableMapping mapping, double[] observations) {
        try {
            Optimum optimum = optimum(LeastSquaresModel.of(mapping), observations);
            RealVector values = optimum.getPoint();
            RealVector unscaled = optimum.getSigma(SINGULAR);
            int freedom = observations.length - values.getDimension();
            double deviation = Math.sqrt(optimum.getChiSquare() / freedom);
            List<Estimate> estimates = new ArrayList<>();
            for (int i = 0; i < values.getDimension(); i++) {
                estimates.add(new Estimate("b" + (i + 1), values.getEntry(i), deviation * unscaled.getEntry(i)));
            }
            return new LeastSquaresFit(estimates, optimum.getChiSquare(), deviation, optimum.getEvaluations());
        } catch (MathRuntimeException e) {
            throw new CommandFailure("Levenberg-Marquardt finds no least squares: " + e.getMessage(), e);
        }
    }

    private static Optimum optimum(LeastSquaresModel model, double[] observations) {
        return new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(TOLERANCE)
                .withParameterRelativeTolerance(TOLERANCE)
                .withOrthoTolerance(TOLERANCE)
                .optimize(new LeastSquaresBuilder()
                        .model(model)
                        .target(observations)
                        .start(model.start())
                        .maxEvaluations(MAX_EVALUATIONS)
                        .maxIterations(MAX_EVALUATIONS)
                        .build());
    }
}
