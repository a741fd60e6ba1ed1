package io.github.pushforward.example.model;

import io.github.pushforward.runtime.Directions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The parameters of a {@link DenseNetwork}.
 *
 * @param weights layer by layer, a row for each unit
 * @param biases layer by layer, one for each unit
 */
public record DenseParameters(double[][][] weights, double[][] biases) {

    /**
     * All parameters 0.
     *
     * @param widths of the image, of each layer, of the scores: two or more
     */
    public static DenseParameters zero(int... widths) {
        if (widths.length < 2 || Arrays.stream(widths).anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("the widths are " + Arrays.toString(widths)
                    + ": a network needs those of its input and of one layer or more, each 1 or more");
        }
        double[][][] weights = new double[widths.length - 1][][];
        double[][] biases = new double[widths.length - 1][];
        for (int l = 0; l < biases.length; l++) {
            weights[l] = new double[widths[l + 1]][widths[l]];
            biases[l] = new double[widths[l + 1]];
        }
        return new DenseParameters(weights, biases);
    }

    /**
     * Biases of 0 and Gaussian weights of variance 2 ÷ inputs, which keeps the size of what rectified layers pass on (He et al., <i>Delving
     * Deep into Rectifiers</i>, 2015, section 2.2).
     */
    public static DenseParameters random(RandomGenerator random, int... widths) {
        DenseParameters parameters = zero(widths);
        for (double[][] layer : parameters.weights) {
            for (double[] row : layer) {
                Directions.gaussian().draw(row, random);
                double deviation = Math.sqrt(2.0 / row.length);
                for (int i = 0; i < row.length; i++) {
                    row[i] *= deviation;
                }
            }
        }
        return parameters;
    }

    public int layers() {
        return biases.length;
    }

    /** How many numbers they are. */
    public int dimension() {
        int dimension = 0;
        for (int l = 0; l < biases.length; l++) {
            dimension += biases[l].length * (weights[l][0].length + 1);
        }
        return dimension;
    }

    /** All numbers in one array, in the order of the generated view: the weights row by row, then the biases. */
    public double[] pack() {
        double[] point = new double[dimension()];
        pack(point);
        return point;
    }

    /** The same, into an array of the caller's. */
    public void pack(double[] point) {
        int position = 0;
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                System.arraycopy(row, 0, point, position, row.length);
                position += row.length;
            }
        }
        for (double[] bias : biases) {
            System.arraycopy(bias, 0, point, position, bias.length);
            position += bias.length;
        }
    }

    /** Takes the numbers of an array that {@link #pack()} or the generated view has packed. */
    public void unpack(double[] point) {
        int position = 0;
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                System.arraycopy(point, position, row, 0, row.length);
                position += row.length;
            }
        }
        for (double[] bias : biases) {
            System.arraycopy(point, position, bias, 0, bias.length);
            position += bias.length;
        }
    }

    void clear() {
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                Arrays.fill(row, 0);
            }
        }
        for (double[] bias : biases) {
            Arrays.fill(bias, 0);
        }
    }
}
