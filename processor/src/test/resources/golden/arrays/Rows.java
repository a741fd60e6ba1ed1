package golden;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Rows {
    private Rows() {}

    @Differentiable
    static double[] softmax(double[] scores) {
        double[] result = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            result[i] = Math.exp(scores[i]);
            sum += result[i];
        }
        for (int i = 0; i < scores.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    @Differentiable
    static double trace(double[][] matrix, @Constant double[] scratch, double shift) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            scratch[i] = i;
            sum += row[i] * scratch[i] + shift;
        }
        return sum;
    }
}
