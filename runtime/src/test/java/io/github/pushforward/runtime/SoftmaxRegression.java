package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The mean cross entropy of a linear classifier over made-up data, differentiated by hand: weights row by row (class by
 * class), then one bias a class. 64 features and 10 classes make the 650 parameters of the digits example.
 */
final class SoftmaxRegression implements DifferentiableFunction {

    private final int classes;
    private final double[][] inputs;
    private final int[] labels;
    private final double[] start;

    SoftmaxRegression(int features, int classes, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.classes = classes;
        this.inputs = new double[count][features];
        this.labels = new int[count];
        this.start = new double[classes * (features + 1)];
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < features; j++) {
                inputs[r][j] = random.nextDouble();
            }
            labels[r] = random.nextInt(classes);
        }
        for (int i = 0; i < start.length; i++) {
            start[i] = random.nextDouble() - 0.5;
        }
    }

    @Override
    public int dimension() {
        return start.length;
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double value(double[] x) {
        double loss = 0.0;
        for (int r = 0; r < inputs.length; r++) {
            double[] logits = logits(x, inputs[r]);
            loss += logSumExp(logits) - logits[labels[r]];
        }
        return loss / inputs.length;
    }

    @Override
    public Dual along(double[] x, double[] v) {
        double tangent = 0.0;
        for (int r = 0; r < inputs.length; r++) {
            double[] logits = logits(x, inputs[r]);
            double[] logitsTangent = logits(v, inputs[r]);
            double sum = logSumExp(logits);
            for (int c = 0; c < classes; c++) {
                tangent += Math.exp(logits[c] - sum) * logitsTangent[c];
            }
            tangent -= logitsTangent[labels[r]];
        }
        return new Dual(value(x), tangent / inputs.length);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0.0);
        for (int r = 0; r < inputs.length; r++) {
            double[] logits = logits(x, inputs[r]);
            double sum = logSumExp(logits);
            int features = inputs[r].length;
            for (int c = 0; c < classes; c++) {
                double p = (Math.exp(logits[c] - sum) - (c == labels[r] ? 1.0 : 0.0)) / inputs.length;
                for (int j = 0; j < features; j++) {
                    gradient[c * features + j] += p * inputs[r][j];
                }
                gradient[classes * features + c] += p;
            }
        }
        return value(x);
    }

    private double[] logits(double[] x, double[] input) {
        double[] logits = new double[classes];
        for (int c = 0; c < classes; c++) {
            logits[c] = x[classes * input.length + c];
            for (int j = 0; j < input.length; j++) {
                logits[c] += x[c * input.length + j] * input[j];
            }
        }
        return logits;
    }

    private static double logSumExp(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0.0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }
}
