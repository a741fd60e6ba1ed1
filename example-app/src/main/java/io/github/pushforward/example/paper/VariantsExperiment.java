package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Line;
import io.github.pushforward.example.report.Table;
import io.github.pushforward.runtime.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Beyond the paper: what else a step can be made of, on the same network and the same batches. */
final class VariantsExperiment {

    private static final long STEPS = 5_000;
    private static final long FULL_STEPS = 20_000;
    private static final int WIDTH = 48;
    private static final int TUNING_PART = 5;

    private VariantsExperiment() {}

    static Findings run(Settings settings, WorkProgress progress) {
        ImageData data = settings.trainingImages();
        DenseModel model = new DenseModel(data.pixels(), WIDTH, WIDTH, data.classes());
        long steps = settings.steps(STEPS, FULL_STEPS);
        List<Variant> variants = Variant.all(model);

        LabeledImages batch = new MiniBatches(data.train(), Experiments.BATCH, settings.seed()).current();
        progress.begin("variances", variants.size());
        List<Double> variances = new ArrayList<>();
        for (Variant variant : variants) {
            variances.add(variant.measuredVariance(model, batch, settings.seed()));
            progress.advance(1);
        }

        List<Tuning.Candidates> candidates =
                variants.stream().map(Variant::candidates).toList();
        long few = Math.max(1, steps / TUNING_PART);
        progress.begin("tuning", few * Tuning.count(candidates));
        List<Tuning> tunings =
                Tuning.of(candidates, (method, rate) -> run(method, rate, model, data, few, settings.seed(), progress));

        progress.begin("training", steps * variants.size());
        List<TrainingRun> runs = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            runs.add(run(
                    variants.get(i).method(), tunings.get(i).best(), model, data, steps, settings.seed(), progress));
        }
        List<LearningCurve> curves = ParallelRuns.of(runs);
        return new Findings(
                "Beyond the paper: other directions, other steps",
                List.of(
                        "Network " + model.name() + " on " + data.name() + ", " + Cells.count(model.start(0).length)
                                + " parameters, batches of " + Experiments.BATCH + ", " + Cells.count(steps)
                                + " steps of a constant learning rate, which is the best of those in the last column after a "
                                + TUNING_PART + "th of the steps.",
                        "Variance: E‖g − ∇f‖² ÷ ‖∇f‖² at the start, as theory has it and as " + Variant.SAMPLES
                                + " estimates show it."),
                List.of(table(variants, variances, tunings, curves)),
                List.of(
                        chart(
                                "Variants: validation loss by steps",
                                "step",
                                variants,
                                curves,
                                LearningCurve.Point::step),
                        chart(
                                "Variants: validation loss by time",
                                "seconds of processor time",
                                variants,
                                curves,
                                LearningCurve.Point::seconds)),
                List.of(
                        "More directions a step cut the variance in proportion and cost less than in proportion, for several share a pass of"
                                + " the original.",
                        "A seed in place of the direction, from the pass to the step, is one number in place of as many as there are parameters; drawing"
                                + " the direction twice is what it costs.",
                        "Momentum averages over the steps before: it needs a smaller rate in turn.",
                        "Perturbed activities (Ren, Kornblith, Liao, Hinton, Scaling Forward Gradient With Local Losses, 2022) draw a number"
                                + " for each unit and image, " + model.units()
                                + " for an image here, in place of one for each parameter: the"
                                + " variance of each image's part is that of so many dimensions, and the parts of a batch average out."));
    }

    private static TrainingRun run(
            DescentMethod method,
            double rate,
            Trainable model,
            ImageData data,
            long steps,
            long seed,
            WorkProgress progress) {
        return new TrainingRun(
                model, data, method, LearningRate.constant(rate), steps, Experiments.BATCH, seed, progress);
    }

    private static Table table(
            List<Variant> variants, List<Double> variances, List<Tuning> tunings, List<LearningCurve> curves) {
        Table.Builder table = Table.titled(
                "Variants",
                "step made of",
                "variance, theory",
                "variance, measured",
                "numbers kept beside the parameters",
                "time of a step ÷ first row's",
                "η",
                "last validation loss",
                "test accuracy",
                "η tried");
        double first = curves.get(0).secondsPerStep();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            LearningCurve curve = curves.get(i);
            double theory = variant.theoreticalVariance();
            table.row(
                    variant.method().name(),
                    Double.isNaN(theory) ? Table.NOTHING : Cells.count(Math.round(theory)),
                    Double.isNaN(variances.get(i)) ? Table.NOTHING : Cells.count(Math.round(variances.get(i))),
                    Cells.count(variant.numbersKept()),
                    Cells.ratio(curve.secondsPerStep() / first),
                    Cells.rate(tunings.get(i).best()),
                    curve.diverged()
                            ? "diverged"
                            : Cells.loss(curve.last().validation().loss()),
                    Cells.percent(curve.test().accuracy()),
                    String.join(
                            ", ",
                            tunings.get(i).rates().stream().map(Cells::rate).toList()));
        }
        return table.build();
    }

    private static Chart chart(
            String title,
            String axis,
            List<Variant> variants,
            List<LearningCurve> curves,
            ToDoubleFunction<LearningCurve.Point> x) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            LearningCurve curve = curves.get(i);
            double most = ClassifierResults.CLIPPED
                    * curve.points().get(0).validation().loss();
            lines.add(Line.plain(
                    variants.get(i).method().name(),
                    curve.column(x),
                    curve.column(point -> Math.min(point.validation().loss(), most))));
        }
        return new Chart(title, Axis.linear(axis), Axis.linear("validation loss"), lines);
    }
}
