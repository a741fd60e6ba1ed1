package golden;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

public final class Logistic {
    private Logistic() {}

    /** Negative log likelihood of a logistic regression. */
    @Differentiable
    public static double loss(double[] weights, double bias, @Constant double[][] inputs, int[] labels) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            double score = dot(weights, inputs[i]) + bias;
            sum += Math.log1p(Math.exp(labels[i] == 1 ? -score : score));
        }
        return sum / inputs.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
