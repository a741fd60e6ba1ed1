package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.report.Findings;
import java.util.List;

/** Section 5.2 of the paper: softmax regression. */
final class SoftmaxExperiment {

    private static final long STEPS = 25_000;
    private static final int RUNS = 3;
    private static final double DECAY = 1e-4;

    private static final int TUNING_PART = 2;

    private SoftmaxExperiment() {}

    static Findings run(Settings settings, WorkProgress progress) {
        ImageData data = settings.trainingImages();
        ClassifierSpec spec = new ClassifierSpec(
                new DenseModel(data.pixels(), data.classes()),
                settings.steps(STEPS, STEPS),
                Experiments.BATCH,
                settings.runs(RUNS, RUNS),
                DECAY,
                List.of(1e-4),
                TUNING_PART,
                List.of(
                        new ClassifierSpec.Tuned(GradientDescent.BACKPROP, List.of(1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3)),
                        new ClassifierSpec.Tuned(
                                ForwardDescent.PAPER, List.of(1e-4, 3e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02)),
                        new ClassifierSpec.Tuned(
                                ForwardDescent.averaged(8), List.of(5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.03))),
                ClassifierSpec.BY_IMAGE,
                new ClassifierSpec.PaperFigures("2.435", "4.389", "0.555", List.of("0.553")));
        return new ClassifierComparison(spec, data, settings.seed(), progress)
                .run()
                .findings("Softmax regression");
    }
}
