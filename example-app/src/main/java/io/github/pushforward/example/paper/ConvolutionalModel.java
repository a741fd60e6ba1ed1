package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.model.ConvolutionalBackprop;
import io.github.pushforward.example.model.ConvolutionalNetwork;
import io.github.pushforward.example.model.ConvolutionalParameters;
import io.github.pushforward.example.model.ConvolutionalShape;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** The paper's convolutional network. */
record ConvolutionalModel(ConvolutionalShape shape) implements Trainable {

    /** How many images are scored at once: their activations are all kept. */
    private static final int SCORED = 64;

    @Override
    public String name() {
        return "4 convolutions 3×3×" + shape.channels() + ", pools after the second and the fourth, " + shape.hidden()
                + "-" + shape.classes();
    }

    @Override
    public double[] start(long seed) {
        return ConvolutionalParameters.random(shape, new SplittableRandom(seed)).flat();
    }

    @Override
    public DifferentiableFunction loss(LabeledImages batch) {
        return ConvolutionalParameters.zero(shape).lossFunction(batch.images(), batch.labels());
    }

    @Override
    public GradientSource backprop(LabeledImages batch) {
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        ConvolutionalParameters result = ConvolutionalParameters.zero(shape);
        ConvolutionalBackprop backprop = new ConvolutionalBackprop(shape, batch.size());
        return (x, gradient) -> {
            parameters.unpack(x);
            double loss = backprop.gradient(parameters, batch.images(), batch.labels(), result);
            result.pack(gradient);
            return loss;
        };
    }

    @Override
    public DoubleSupplier original(double[] x, LabeledImages batch) {
        ConvolutionalParameters parameters = unpacked(x);
        return () -> parameters.loss(batch.images(), batch.labels());
    }

    @Override
    public Score score(double[] x, LabeledImages images) {
        ConvolutionalParameters parameters = unpacked(x);
        double loss = 0;
        int correct = 0;
        for (int start = 0; start < images.size(); start += SCORED) {
            int end = Math.min(start + SCORED, images.size());
            double[][] some = Arrays.copyOfRange(images.images(), start, end);
            int[] labels = Arrays.copyOfRange(images.labels(), start, end);
            loss += parameters.loss(some, labels) * labels.length;
            int[] predicted = ConvolutionalNetwork.predict(parameters, some);
            for (int i = 0; i < labels.length; i++) {
                correct += predicted[i] == labels[i] ? 1 : 0;
            }
        }
        return new Score(loss / images.size(), (double) correct / images.size());
    }

    @Override
    public Products products() {
        Products products = Products.NONE;
        for (long ofLayer : shape.products()) {
            products = products.plusLayer(ofLayer, products == Products.NONE);
        }
        return products;
    }

    private ConvolutionalParameters unpacked(double[] x) {
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        parameters.unpack(x);
        return parameters;
    }
}
