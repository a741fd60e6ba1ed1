package io.github.pushforward.example.model;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A number for each parameter of a {@link ConvolutionalNetwork}: its parameters themselves, a direction, or a gradient.
 *
 * @param kernels for each convolution, output and input a kernel of nine weights, row by row
 * @param kernelBias for each convolution and output
 * @param hiddenWeights a row for each hidden unit
 * @param outputWeights a row for each class
 */
public record ConvolutionalParameters(
        double[][][][] kernels,
        double[][] kernelBias,
        double[][] hiddenWeights,
        double[] hiddenBias,
        double[][] outputWeights,
        double[] outputBias) {

    public static ConvolutionalParameters zero(ConvolutionalShape shape) {
        double[][][][] kernels = new double[ConvolutionalShape.CONVOLUTIONS][][][];
        for (int layer = 0; layer < kernels.length; layer++) {
            kernels[layer] = new double[shape.channels()][shape.inputChannels(layer)][ConvolutionalShape.TAPS];
        }
        return new ConvolutionalParameters(
                kernels,
                new double[ConvolutionalShape.CONVOLUTIONS][shape.channels()],
                new double[shape.hidden()][shape.features()],
                new double[shape.hidden()],
                new double[shape.classes()][shape.hidden()],
                new double[shape.classes()]);
    }

    /**
     * Weights of variance 2 ÷ inputs (He et al., 2015), by which ReLU keeps the size of activations from layer to layer; biases 0. The
     * same on every Java version for a generator in a given state.
     */
    public static ConvolutionalParameters random(ConvolutionalShape shape, RandomGenerator random) {
        ConvolutionalParameters parameters = zero(shape);
        for (double[][][] layer : parameters.kernels) {
            for (double[][] output : layer) {
                drawEach(output, output.length * ConvolutionalShape.TAPS, random);
            }
        }
        drawEach(parameters.hiddenWeights, shape.features(), random);
        drawEach(parameters.outputWeights, shape.hidden(), random);
        return parameters;
    }

    private static void drawEach(double[][] rows, int inputs, RandomGenerator random) {
        double deviation = Math.sqrt(2.0 / inputs);
        for (double[] row : rows) {
            Directions.gaussian().draw(row, random);
            for (int i = 0; i < row.length; i++) {
                row[i] *= deviation;
            }
        }
    }

    /** How many numbers there are. */
    public int size() {
        return rows().stream().mapToInt(row -> row.length).sum();
    }

    /** All numbers, in the order of {@link #lossFunction}. */
    public double[] flat() {
        double[] flat = new double[size()];
        pack(flat);
        return flat;
    }

    /** Writes all numbers, in the order of {@link #lossFunction}. */
    public void pack(double[] flat) {
        requireSize(flat);
        int next = 0;
        for (double[] row : rows()) {
            System.arraycopy(row, 0, flat, next, row.length);
            next += row.length;
        }
    }

    /** Reads all numbers, in the order of {@link #lossFunction}, into these arrays. */
    public void unpack(double[] flat) {
        requireSize(flat);
        int next = 0;
        for (double[] row : rows()) {
            System.arraycopy(flat, next, row, 0, row.length);
            next += row.length;
        }
    }

    public double loss(double[][] images, int[] labels) {
        requireFit(images);
        return ConvolutionalNetwork.loss(
                kernels, kernelBias, hiddenWeights, hiddenBias, outputWeights, outputBias, images, labels);
    }

    /**
     * The loss as a function of all numbers; it starts at these.
     *
     * @throws IllegalArgumentException for images of another size than the parameters are for
     */
    public DifferentiableFunction lossFunction(double[][] images, int[] labels) {
        requireFit(images);
        return ConvolutionalNetworkGradient.lossFunction(
                kernels, kernelBias, hiddenWeights, hiddenBias, outputWeights, outputBias, images, labels);
    }

    private void requireSize(double[] flat) {
        if (flat.length != size()) {
            throw new IllegalArgumentException("there are " + size() + " parameters, and " + flat.length + " numbers");
        }
    }

    private void requireFit(double[][] images) {
        int channels = kernelBias[kernelBias.length - 1].length;
        int pixels = 16 * hiddenWeights[0].length / channels;
        for (double[] image : images) {
            if (image.length != pixels) {
                throw new IllegalArgumentException(
                        "the parameters are for images of " + pixels + " pixels, and one has " + image.length);
            }
        }
    }

    private List<double[]> rows() {
        List<double[]> rows = new ArrayList<>();
        for (double[][][] layer : kernels) {
            for (double[][] output : layer) {
                rows.addAll(Arrays.asList(output));
            }
        }
        rows.addAll(Arrays.asList(kernelBias));
        rows.addAll(Arrays.asList(hiddenWeights));
        rows.add(hiddenBias);
        rows.addAll(Arrays.asList(outputWeights));
        rows.add(outputBias);
        return rows;
    }
}
