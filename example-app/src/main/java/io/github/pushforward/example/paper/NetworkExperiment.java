package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.report.Findings;
import java.util.List;

/** Section 5.3 of the paper: a network of two hidden layers. */
final class NetworkExperiment {

    private static final long STEPS = 20_000;
    private static final int RUNS = 2;
    private static final int PAPER_RUNS = 5;
    private static final int WIDTH = 48;
    private static final int PAPER_WIDTH = 1024;
    private static final double DECAY = 1e-4;
    private static final int TUNING_PART = 2;

    private NetworkExperiment() {}

    static Findings run(Settings settings, WorkProgress progress) {
        ImageData data = settings.trainingImages();
        int width = settings.full() ? PAPER_WIDTH : WIDTH;
        DenseModel model = new DenseModel(data.pixels(), width, width, data.classes());
        ClassifierSpec spec = new ClassifierSpec(
                model,
                settings.steps(STEPS, STEPS),
                Experiments.BATCH,
                settings.runs(RUNS, PAPER_RUNS),
                DECAY,
                List.of(2e-5, 2e-4),
                TUNING_PART,
                List.of(
                        new ClassifierSpec.Tuned(GradientDescent.BACKPROP, List.of(3e-3, 0.01, 0.03, 0.1)),
                        new ClassifierSpec.Tuned(ForwardDescent.PAPER, List.of(5e-4, 1e-3, 2e-3)),
                        new ClassifierSpec.Tuned(GradientDescent.perturbedActivities(model), List.of(0.01, 0.02))),
                ClassifierSpec.BY_IMAGE,
                new ClassifierSpec.PaperFigures(
                        "2.33 to 2.61", "3.97 to 4.36", "0.586 to 0.598", List.of("0.567", "0.229")));
        return new ClassifierComparison(spec, data, settings.seed(), progress)
                .run()
                .findings("Multilayer perceptron");
    }
}
