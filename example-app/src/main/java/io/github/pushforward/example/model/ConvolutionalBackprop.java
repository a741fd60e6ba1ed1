package io.github.pushforward.example.model;

/**
 * The gradient of {@link ConvolutionalNetwork} by hand-written backpropagation: what forward gradients are held against. Loops run in the
 * order of the forward side, innermost along the batch, but for the weights of dense layers along their inputs, and like it take no advantage of zeros. At kinks and ties it has the
 * derivatives of the generated code.
 *
 * <p>All activations are kept in arrays that are made once: nothing is allocated in a call. Serves one thread at a time.
 */
public final class ConvolutionalBackprop {
    private final double[][] pixels;
    private final ConvolutionLayer first;
    private final ConvolutionLayer second;
    private final PoolingLayer secondPooled;
    private final ConvolutionLayer third;
    private final ConvolutionLayer fourth;
    private final PoolingLayer fourthPooled;
    private final DenseLayer hidden;
    private final double[][] activations;
    private final DenseLayer output;
    private final double[][] byFeatures;

    /** @param batch the number of images in each call */
    public ConvolutionalBackprop(ConvolutionalShape shape, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch must have images, and has " + batch);
        }
        int channels = shape.channels();
        pixels = new double[shape.pixels()][batch];
        first = new ConvolutionLayer(new double[][][] {pixels}, channels);
        second = new ConvolutionLayer(first.outputs(), channels);
        secondPooled = new PoolingLayer(second.outputs());
        third = new ConvolutionLayer(secondPooled.outputs(), channels);
        fourth = new ConvolutionLayer(third.outputs(), channels);
        fourthPooled = new PoolingLayer(fourth.outputs());
        hidden = new DenseLayer(ConvolutionalNetwork.flatten(fourthPooled.outputs()), shape.hidden());
        activations = new double[shape.hidden()][batch];
        output = new DenseLayer(activations, shape.classes());
        byFeatures = ConvolutionalNetwork.flatten(fourthPooled.adjoint());
    }

    /**
     * @param images as many as the batch has
     * @param gradient receives ∂loss/∂parameter for each parameter
     * @return the loss
     */
    public double gradient(
            ConvolutionalParameters parameters, double[][] images, int[] labels, ConvolutionalParameters gradient) {
        if (images.length != pixels[0].length || labels.length != images.length) {
            throw new IllegalArgumentException("made for " + pixels[0].length + " images, but there are "
                    + images.length + " and " + labels.length + " labels");
        }
        ConvolutionalNetwork.transpose(images, pixels);
        forward(parameters);
        double loss = crossEntropy(labels);
        backward(parameters, gradient);
        return loss;
    }

    private void forward(ConvolutionalParameters parameters) {
        first.forward(parameters.kernels()[0], parameters.kernelBias()[0]);
        second.forward(parameters.kernels()[1], parameters.kernelBias()[1]);
        secondPooled.forward();
        third.forward(parameters.kernels()[2], parameters.kernelBias()[2]);
        fourth.forward(parameters.kernels()[3], parameters.kernelBias()[3]);
        fourthPooled.forward();
        hidden.forward(parameters.hiddenWeights(), parameters.hiddenBias());
        for (int i = 0; i < activations.length; i++) {
            Relu.apply(hidden.sums()[i], activations[i]);
        }
        output.forward(parameters.outputWeights(), parameters.outputBias());
    }

    private void backward(ConvolutionalParameters parameters, ConvolutionalParameters gradient) {
        output.backward(gradient.outputWeights(), gradient.outputBias());
        output.backwardToInputs(parameters.outputWeights(), hidden.adjoint());
        for (int i = 0; i < activations.length; i++) {
            Relu.applyAdjoint(hidden.sums()[i], hidden.adjoint()[i]);
        }
        hidden.backward(gradient.hiddenWeights(), gradient.hiddenBias());
        hidden.backwardToInputs(parameters.hiddenWeights(), byFeatures);
        fourthPooled.backwardToInputs(fourth.adjoint());
        fourth.backward(gradient.kernels()[3], gradient.kernelBias()[3]);
        fourth.backwardToInputs(parameters.kernels()[3], third.adjoint());
        third.backward(gradient.kernels()[2], gradient.kernelBias()[2]);
        third.backwardToInputs(parameters.kernels()[2], secondPooled.adjoint());
        secondPooled.backwardToInputs(second.adjoint());
        second.backward(gradient.kernels()[1], gradient.kernelBias()[1]);
        second.backwardToInputs(parameters.kernels()[1], first.adjoint());
        first.backward(gradient.kernels()[0], gradient.kernelBias()[0]);
    }

    /** The mean of −log p(label | image); writes its derivatives by the scores. */
    private double crossEntropy(int[] labels) {
        double loss = 0;
        for (int b = 0; b < labels.length; b++) {
            loss += crossEntropy(output.sums(), b, labels[b], output.adjoint());
        }
        return loss / labels.length;
    }

    private static double crossEntropy(double[][] scores, int image, int label, double[][] byScores) {
        double largest = scores[0][image];
        for (double[] row : scores) {
            largest = Math.max(largest, row[image]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            double exp = Math.exp(scores[c][image] - largest);
            byScores[c][image] = exp;
            sum += exp;
        }
        int batch = byScores[0].length;
        for (double[] row : byScores) {
            row[image] /= sum * batch;
        }
        byScores[label][image] -= 1.0 / batch;
        return largest + Math.log(sum) - scores[label][image];
    }
}
