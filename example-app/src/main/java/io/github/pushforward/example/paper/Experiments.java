package io.github.pushforward.example.paper;

import static io.github.pushforward.example.paper.Experiment.Choice.FULL;
import static io.github.pushforward.example.paper.Experiment.Choice.IMAGES;
import static io.github.pushforward.example.paper.Experiment.Choice.RUNS;
import static io.github.pushforward.example.paper.Experiment.Choice.STEPS;

import java.util.List;
import java.util.Set;

/** All experiments, in the order of the paper, then what goes beyond it. */
public final class Experiments {

    /** How many images a step sees, as in the paper. */
    static final int BATCH = 64;

    private static final List<Experiment> ALL = List.of(
            new Experiment(
                    "beale",
                    "Descends on Beale's function (section 5.1 of the paper).",
                    Set.of(STEPS, RUNS),
                    TestFunctionExperiment.beale()::run),
            new Experiment(
                    "rosenbrock",
                    "Descends on Rosenbrock's function (section 5.1).",
                    Set.of(STEPS, RUNS),
                    TestFunctionExperiment.rosenbrock()::run),
            new Experiment(
                    "softmax",
                    "Trains softmax regression (section 5.2).",
                    Set.of(IMAGES, STEPS, RUNS),
                    SoftmaxExperiment::run),
            new Experiment(
                    "mlp",
                    "Trains a network of two hidden layers (section 5.3).",
                    Set.of(IMAGES, STEPS, RUNS, FULL),
                    NetworkExperiment::run),
            new Experiment(
                    "cnn",
                    "Trains a convolutional network (section 5.4).",
                    Set.of(IMAGES, STEPS, RUNS, FULL),
                    ConvolutionalExperiment::run),
            new Experiment(
                    "depth",
                    "Measures costs and memory of networks of 1 to 100 hidden layers (section 5.5).",
                    Set.of(IMAGES, FULL),
                    DepthExperiment::run),
            new Experiment(
                    "variants",
                    "Goes beyond the paper: more directions, other laws, seeds, momentum, perturbed activities.",
                    Set.of(IMAGES, STEPS, FULL),
                    VariantsExperiment::run));

    private Experiments() {}

    public static List<Experiment> all() {
        return ALL;
    }
}
