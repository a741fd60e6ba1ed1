package io.github.pushforward.acceptance.hessian;

import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** The Hessian of the loss of a small network, over all its weights, against Taylor polynomials. */
class PerceptronTest {
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int CLASSES = 3;

    @Test
    void agreesWithTaylorPolynomials() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] hidden = matrix(HIDDEN, INPUTS, random);
        double[] biases = random.doubles(HIDDEN, -1, 1).toArray();
        double[][] output = matrix(CLASSES, HIDDEN, random);
        double[][] inputs = matrix(5, INPUTS, random);
        int[] labels = random.ints(5, 0, CLASSES).toArray();

        DerivativeStructure expected = loss(hidden, biases, output, inputs, labels);

        Hessians.agree(
                PerceptronGradient.lossFunction(hidden, biases, output, inputs, labels),
                Series.gradient(expected),
                Series.hessian(expected));
    }

    private static double[][] matrix(int rows, int columns, SplittableRandom random) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = random.doubles(columns, -1, 1).toArray();
        }
        return matrix;
    }

    private static DerivativeStructure loss(
            double[][] hidden, double[] biases, double[][] output, double[][] inputs, int[] labels) {
        Series series = new Series(HIDDEN * INPUTS + HIDDEN + CLASSES * HIDDEN);
        DerivativeStructure[][] w = series.inputs(hidden);
        DerivativeStructure[] b = series.inputs(biases);
        DerivativeStructure[][] v = series.inputs(output);
        DerivativeStructure sum = series.zero();
        for (int example = 0; example < inputs.length; example++) {
            DerivativeStructure[] logits = new DerivativeStructure[CLASSES];
            for (int k = 0; k < CLASSES; k++) {
                logits[k] = series.zero();
                for (int i = 0; i < HIDDEN; i++) {
                    DerivativeStructure activation = b[i];
                    for (int j = 0; j < INPUTS; j++) {
                        activation = activation.add(w[i][j].multiply(inputs[example][j]));
                    }
                    logits[k] = logits[k].add(v[k][i].multiply(activation.tanh()));
                }
            }
            sum = sum.add(series.logSumExp(logits)).subtract(logits[labels[example]]);
        }
        return sum.divide(inputs.length);
    }
}
