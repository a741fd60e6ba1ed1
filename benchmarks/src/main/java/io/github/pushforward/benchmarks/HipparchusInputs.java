package io.github.pushforward.benchmarks;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.jspecify.annotations.Nullable;

/** Points as what Hipparchus differentiates along, made anew in each call as at a new point. */
public final class HipparchusInputs {
    // Made when it is first asked for: its tables grow with n², which many a form has no need of.
    private @Nullable DSFactory factory;

    /** Along a direction. */
    public static UnivariateDerivative1[] along(double[] x, double[] direction) {
        UnivariateDerivative1[] inputs = new UnivariateDerivative1[x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[i] = new UnivariateDerivative1(x[i], direction[i]);
        }
        return inputs;
    }

    /** With respect to each coordinate. */
    public static Gradient[] gradients(double[] x) {
        Gradient[] inputs = new Gradient[x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[i] = Gradient.variable(x.length, i, x[i]);
        }
        return inputs;
    }

    /** With respect to each coordinate, of order 1. */
    public DerivativeStructure[] structures(double[] x) {
        if (factory == null) {
            factory = new DSFactory(x.length, 1);
        }
        DerivativeStructure[] inputs = new DerivativeStructure[x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[i] = factory.variable(i, x[i]);
        }
        return inputs;
    }
}
