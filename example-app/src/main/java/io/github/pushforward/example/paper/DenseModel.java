package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.model.ActivityPerturbation;
import io.github.pushforward.example.model.DenseBackprop;
import io.github.pushforward.example.model.DenseNetwork;
import io.github.pushforward.example.model.DenseNetworkGradient;
import io.github.pushforward.example.model.DenseNetworkTangent;
import io.github.pushforward.example.model.DenseParameters;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A network of dense layers; softmax regression where there is one. */
final class DenseModel implements Trainable {

    private final int[] widths;

    /** @param widths of the image, of each layer, of the scores */
    DenseModel(int... widths) {
        this.widths = widths.clone();
    }

    /** A network of {@code layers} layers, all but the last of {@code width} units. */
    static DenseModel deep(int pixels, int width, int layers, int classes) {
        int[] widths = new int[layers + 1];
        Arrays.fill(widths, width);
        widths[0] = pixels;
        widths[layers] = classes;
        return new DenseModel(widths);
    }

    @Override
    public String name() {
        return Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }

    /** One layer starts at 0, where softmax regression is convex; with more of them all units of a layer would stay alike. */
    @Override
    public double[] start(long seed) {
        DenseParameters start = widths.length == 2
                ? DenseParameters.zero(widths)
                : DenseParameters.random(new SplittableRandom(seed), widths);
        return start.pack();
    }

    @Override
    public DifferentiableFunction loss(LabeledImages batch) {
        DenseParameters shape = DenseParameters.zero(widths);
        return DenseNetworkGradient.lossFunction(shape.weights(), shape.biases(), batch.images(), batch.labels());
    }

    @Override
    public GradientSource backprop(LabeledImages batch) {
        DenseParameters parameters = DenseParameters.zero(widths);
        DenseParameters result = DenseParameters.zero(widths);
        DenseBackprop backprop = new DenseBackprop(parameters);
        return (x, gradient) -> {
            parameters.unpack(x);
            double loss = backprop.gradient(parameters, batch.images(), batch.labels(), result);
            result.pack(gradient);
            return loss;
        };
    }

    /** The estimate of the gradient by perturbed activities. */
    GradientSource activityPerturbation(LabeledImages batch, RandomGenerator random) {
        DenseParameters parameters = DenseParameters.zero(widths);
        DenseParameters result = DenseParameters.zero(widths);
        ActivityPerturbation perturbation = new ActivityPerturbation(parameters, batch.size());
        return (x, gradient) -> {
            parameters.unpack(x);
            double loss = perturbation.estimate(parameters, batch.images(), batch.labels(), random, result);
            result.pack(gradient);
            return loss;
        };
    }

    @Override
    public DoubleSupplier original(double[] x, LabeledImages batch) {
        DenseParameters parameters = unpacked(x);
        return () -> DenseNetwork.loss(parameters.weights(), parameters.biases(), batch.images(), batch.labels());
    }

    @Override
    public Score score(double[] x, LabeledImages images) {
        DenseParameters parameters = unpacked(x);
        return new Score(
                DenseNetwork.loss(parameters.weights(), parameters.biases(), images.images(), images.labels()),
                DenseNetwork.accuracy(parameters.weights(), parameters.biases(), images.images(), images.labels()));
    }

    @Override
    public Products products() {
        Products products = Products.NONE;
        for (int l = 1; l < widths.length; l++) {
            products = products.plusLayer((long) widths[l - 1] * widths[l], l == 1);
        }
        return products;
    }

    /** How many units the network has: what activity perturbation draws a direction of, for each image. */
    int units() {
        return Arrays.stream(widths).skip(1).sum();
    }

    /** What differentiating along one direction takes, the direction included: a call of the generated tangent method. */
    Supplier<Dual> alongDirection(double[] x, LabeledImages batch, long seed) {
        DenseParameters parameters = unpacked(x);
        return () -> {
            DenseParameters v = DenseParameters.random(new SplittableRandom(seed), widths);
            return DenseNetworkTangent.loss(
                    parameters.weights(), parameters.biases(), batch.images(), batch.labels(), v.weights(), v.biases());
        };
    }

    /** What a gradient by backpropagation takes, the gradient included. */
    DoubleSupplier backwards(double[] x, LabeledImages batch) {
        DenseParameters parameters = unpacked(x);
        return () -> new DenseBackprop(parameters)
                .gradient(parameters, batch.images(), batch.labels(), DenseParameters.zero(widths));
    }

    private DenseParameters unpacked(double[] x) {
        DenseParameters parameters = DenseParameters.zero(widths);
        parameters.unpack(x);
        return parameters;
    }
}
