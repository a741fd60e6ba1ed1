package io.github.pushforward.example.paper;

import java.util.List;

/** All experiments, in the order of the paper, then what goes beyond it. */
public final class Experiments {

    /** How many images a step sees, as in the paper. */
    static final int BATCH = 64;

    private static final boolean IMAGES = true;
    private static final boolean REPEATED = true;

    private static final List<Experiment> ALL = List.of(
            new Experiment(
                    "beale",
                    "Descends on Beale's function (section 5.1 of the paper).",
                    !IMAGES,
                    REPEATED,
                    TestFunctionExperiment.beale()::run),
            new Experiment(
                    "rosenbrock",
                    "Descends on Rosenbrock's function (section 5.1).",
                    !IMAGES,
                    REPEATED,
                    TestFunctionExperiment.rosenbrock()::run),
            new Experiment(
                    "softmax", "Trains softmax regression (section 5.2).", IMAGES, REPEATED, SoftmaxExperiment::run),
            new Experiment(
                    "mlp",
                    "Trains a network of two hidden layers (section 5.3).",
                    IMAGES,
                    REPEATED,
                    NetworkExperiment::run),
            new Experiment(
                    "cnn",
                    "Trains a convolutional network (section 5.4).",
                    IMAGES,
                    REPEATED,
                    ConvolutionalExperiment::run),
            new Experiment(
                    "depth",
                    "Measures costs and memory of networks of 1 to 100 hidden layers (section 5.5).",
                    IMAGES,
                    !REPEATED,
                    DepthExperiment::run),
            new Experiment(
                    "variants",
                    "Goes beyond the paper: more directions, other laws, seeds, momentum, perturbed activities.",
                    IMAGES,
                    !REPEATED,
                    VariantsExperiment::run));

    private Experiments() {}

    public static List<Experiment> all() {
        return ALL;
    }
}
