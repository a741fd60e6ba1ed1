package io.github.pushforward.hipparchus;

import io.github.pushforward.runtime.DifferentiableMapping;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.constrained.EqualityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;

/**
 * Differentiable mappings g: Rⁿ → Rᵐ as constraints of Hipparchus' sequential quadratic programming, with their exact Jacobians.
 *
 * <p>A value costs one run of the original method, a Jacobian n passes, or fewer where a pass carries several directions. A constraint
 * serves one thread at a time, as its mapping does.
 */
public final class Constraints {

    private Constraints() {}

    /**
     * The constraint g(x) = value.
     *
     * @param mapping g, which the constraint keeps
     * @param value what each of the m outputs has to be; copied
     * @return the constraint, for optimizers that take equalities
     * @throws IllegalArgumentException if {@code value} has another length than m
     */
    public static EqualityConstraint equality(DifferentiableMapping mapping, double... value) {
        LeastSquaresModel model = LeastSquaresModel.of(mapping);
        return new EqualityConstraint(bound(mapping, value)) {
            @Override
            public int dim() {
                return mapping.inputDimension();
            }

            @Override
            public RealVector value(RealVector x) {
                return model.computeValue(x.toArray());
            }

            @Override
            public RealMatrix jacobian(RealVector x) {
                return model.computeJacobian(x.toArray());
            }
        };
    }

    /**
     * The constraint g(x) ≥ lower, output by output.
     *
     * @param mapping g, which the constraint keeps
     * @param lower the lower bound of each of the m outputs; copied
     * @return the constraint, for optimizers that take inequalities
     * @throws IllegalArgumentException if {@code lower} has another length than m
     */
    public static InequalityConstraint atLeast(DifferentiableMapping mapping, double... lower) {
        LeastSquaresModel model = LeastSquaresModel.of(mapping);
        return new InequalityConstraint(bound(mapping, lower)) {
            @Override
            public int dim() {
                return mapping.inputDimension();
            }

            @Override
            public RealVector value(RealVector x) {
                return model.computeValue(x.toArray());
            }

            @Override
            public RealMatrix jacobian(RealVector x) {
                return model.computeJacobian(x.toArray());
            }
        };
    }

    private static RealVector bound(DifferentiableMapping mapping, double[] bound) {
        int m = mapping.outputDimension();
        if (bound.length != m) {
            throw new IllegalArgumentException("there are " + bound.length + " bounds, but the mapping has " + m
                    + " outputs: pass one bound for each");
        }
        return new ArrayRealVector(bound);
    }
}
