package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.model.ConvolutionalShape;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Table;
import java.util.List;

/** Section 5.4 of the paper: a convolutional network. */
final class ConvolutionalExperiment {

    private static final long STEPS = 3_000;
    private static final long PAPER_STEPS = 20_000;
    private static final int RUNS = 2;
    private static final int PAPER_RUNS = 5;
    private static final int CHANNELS = 8;
    private static final int HIDDEN = 64;
    private static final double DECAY = 1e-4;
    private static final int TUNING_PART = 2;

    private ConvolutionalExperiment() {}

    static Findings run(Settings settings, WorkProgress progress) {
        ImageData data = settings.trainingImages();
        if (data.side() % ConvolutionalShape.SIDE_UNIT != 0) {
            throw new UnsuitableImagesException("the images of " + data.name()
                    + " cannot be pooled twice: their side must be a multiple of " + ConvolutionalShape.SIDE_UNIT);
        }
        ConvolutionalShape shape = ConvolutionalShape.ofPixels(
                data.pixels(),
                settings.full() ? ConvolutionalShape.PAPER.channels() : CHANNELS,
                settings.full() ? ConvolutionalShape.PAPER.hidden() : HIDDEN,
                data.classes());
        ClassifierSpec spec = new ClassifierSpec(
                new ConvolutionalModel(shape),
                settings.steps(STEPS, PAPER_STEPS),
                Experiments.BATCH,
                settings.runs(RUNS, PAPER_RUNS),
                DECAY,
                List.of(2e-4),
                TUNING_PART,
                List.of(
                        new Tuning.Candidates(GradientDescent.BACKPROP, List.of(0.01, 0.03, 0.1)),
                        new Tuning.Candidates(ForwardDescent.PAPER, List.of(2e-4, 5e-4, 1e-3))),
                "The loss runs along the images of the batch, and nothing waits for a sum: products count here. Backpropagation also keeps and reads"
                        + " again what every layer gives, and sums the derivatives by a kernel over all pixels in rows of the batch that are"
                        + " loaded and stored for two products each, where the way forward has one such row for nine: measured, it is above its count."
                        + " Convolutions in blocks, as libraries have them, would be faster on both sides.",
                new ClassifierSpec.PaperFigures(Table.NOTHING, Table.NOTHING, "about 0.65", List.of("about 0.51")));
        return new ClassifierComparison(spec, data, settings.seed(), progress)
                .run()
                .findings("Convolutional network");
    }
}
