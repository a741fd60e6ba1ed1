package io.github.pushforward.acceptance.hessian;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Hessians by Hipparchus: every number is a Taylor polynomial of order 2 in all inputs. */
public final class Series {
    private final DSFactory factory;
    private int next;

    /** @param inputs how many there are */
    public Series(int inputs) {
        this.factory = new DSFactory(inputs, 2);
    }

    /** The next inputs, in order. */
    public DerivativeStructure[] inputs(double[] values) {
        DerivativeStructure[] inputs = new DerivativeStructure[values.length];
        for (int i = 0; i < values.length; i++) {
            inputs[i] = factory.variable(next++, values[i]);
        }
        return inputs;
    }

    public DerivativeStructure[][] inputs(double[][] values) {
        DerivativeStructure[][] inputs = new DerivativeStructure[values.length][];
        for (int i = 0; i < values.length; i++) {
            inputs[i] = inputs(values[i]);
        }
        return inputs;
    }

    public DerivativeStructure zero() {
        return factory.constant(0);
    }

    /** log Σ exp, at the scale of the largest. */
    public DerivativeStructure logSumExp(DerivativeStructure... x) {
        double max = Double.NEGATIVE_INFINITY;
        for (DerivativeStructure each : x) {
            max = Math.max(max, each.getValue());
        }
        DerivativeStructure sum = zero();
        for (DerivativeStructure each : x) {
            sum = sum.add(each.subtract(max).exp());
        }
        return sum.log().add(max);
    }

    public static double[] gradient(DerivativeStructure result) {
        int n = result.getFreeParameters();
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            int[] orders = new int[n];
            orders[i] = 1;
            gradient[i] = result.getPartialDerivative(orders);
        }
        return gradient;
    }

    public static double[][] hessian(DerivativeStructure result) {
        int n = result.getFreeParameters();
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] orders = new int[n];
                orders[i]++;
                orders[j]++;
                hessian[i][j] = result.getPartialDerivative(orders);
            }
        }
        return hessian;
    }
}
