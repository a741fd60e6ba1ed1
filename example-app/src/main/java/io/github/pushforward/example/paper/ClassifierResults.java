package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Line;
import io.github.pushforward.example.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a {@link ClassifierComparison} found.
 *
 * @param tunings of backpropagation, then of the forms of forward gradients
 * @param trainings with the paper's rates, then with the tuned ones
 */
record ClassifierResults(
        ClassifierSpec spec, ImageData data, Costs costs, List<Tuning> tunings, List<TrainingPair> trainings) {

    /** Losses beyond so many times that of the start are drawn there: of a training that diverges nothing else would be seen. */
    static final double CLIPPED = 1.5;

    Findings findings(String title) {
        return new Findings(title, setting(), tables(), charts(title), remarks());
    }

    private List<String> setting() {
        return List.of(
                "Model: " + spec.model().name() + ", "
                        + Cells.count(spec.model().start(0).length) + " parameters.",
                "Data: " + data.name() + ", " + Cells.count(data.train().size()) + " images to train on, "
                        + Cells.count(data.validation().size()) + " to choose by, "
                        + Cells.count(data.test().size())
                        + " to test with; pixels centred and scaled to a mean square of 1.",
                "Trainings: " + Cells.count(spec.steps()) + " steps, batches of " + spec.batch() + ", " + spec.runs()
                        + (spec.runs() == 1 ? " run" : " runs") + " for each setting, η_i = "
                        + (spec.decay() == 0 ? "η₀." : "η₀ exp(−" + Cells.rate(spec.decay()) + " i)."),
                "Times are of the thread's processor time; trainings run beside each other, what a step costs is measured alone.");
    }

    private List<String> remarks() {
        Products products = spec.model().products();
        String counted = "Counted in products, a forward gradient costs "
                + Cells.ratio((double) products.tangent() / products.original()) + " and backpropagation "
                + Cells.ratio((double) products.backprop() / products.original())
                + " runs of the loss: along a direction a layer has two more products for each weight (the weight's tangent by the"
                + " input, the weight by the input's tangent), backwards two more as well (the adjoint by the input, the"
                + " adjoint by the weight), only one in the first layer, whose inputs are constant. So the ratio of the two is 1 by this count, not"
                + " the paper's " + spec.paper().forwardToBackprop()
                + ", which compares within a framework that records a graph for the way back.";
        double[] factors = trainings.stream()
                .filter(pair -> pair.backpropRate() != pair.forwardRate())
                .mapToDouble(pair -> pair.backpropRate() / pair.forwardRate())
                .sorted()
                .toArray();
        String rates =
                "With the same small rate, as the paper's are, both methods make nearly the same progress a step, for the noise of forward"
                        + " gradients averages out over the steps. Tuned, each for itself, backpropagation has "
                        + (factors.length == 0
                                ? "the same rate."
                                : factor(factors) + " times the rate, which noise forbids to forward gradients:"
                                        + " what that means in time are the ratios of the rows below the paper's.");
        return List.of(counted, spec.remark(), rates);
    }

    private static String factor(double[] sorted) {
        String least = Cells.ratio(sorted[0]);
        String greatest = Cells.ratio(sorted[sorted.length - 1]);
        return least.equals(greatest) ? least : least + " to " + greatest;
    }

    private List<Table> tables() {
        return List.of(costTable(), trainingTable(), timeTable(), tuningTable());
    }

    private Table costTable() {
        Products products = spec.model().products();
        double forward = (double) products.tangent() / products.original();
        double backprop = (double) products.backprop() / products.original();
        ClassifierSpec.PaperFigures paper = spec.paper();
        return Table.titled(
                        "What a step costs, in runs of the loss alone", "", "here", "the paper", "products, counted")
                .row("R_f, forward gradient", Cells.ratio(costs.forward()), paper.forward(), Cells.ratio(forward))
                .row("R_b, backpropagation", Cells.ratio(costs.backprop()), paper.backprop(), Cells.ratio(backprop))
                .row(
                        "R_f ÷ R_b",
                        Cells.ratio(costs.forwardToBackprop()),
                        paper.forwardToBackprop(),
                        Cells.ratio(forward / backprop))
                .build();
    }

    private Table trainingTable() {
        Table.Builder table = Table.titled(
                "Trainings, means of the runs",
                "method",
                "learning rates",
                "η₀ forward",
                "η₀ backprop",
                "lowest validation loss, forward",
                "backprop",
                "test accuracy, forward",
                "backprop");
        for (TrainingPair pair : trainings) {
            table.row(
                    pair.method().name(),
                    pair.name(),
                    Cells.rate(pair.forwardRate()),
                    Cells.rate(pair.backpropRate()),
                    bestLoss(pair.forward()),
                    bestLoss(pair.backprop()),
                    accuracy(pair.forward()),
                    accuracy(pair.backprop()));
        }
        return table.build();
    }

    private Table timeTable() {
        Table.Builder table = Table.titled(
                "Times to the lowest validation loss of the other method; > where it was not reached in all the time there was",
                "method",
                "η₀ forward",
                "η₀ backprop",
                "T_f ÷ T_b, to backprop's",
                "the paper's T_f ÷ T_b",
                "T_b ÷ T_f, to the forward run's");
        List<String> papers = spec.paper().timeRatios();
        for (int t = 0; t < trainings.size(); t++) {
            TrainingPair pair = trainings.get(t);
            table.row(
                    pair.method().name(),
                    Cells.rate(pair.forwardRate()),
                    Cells.rate(pair.backpropRate()),
                    TimeRatio.summary(pair.timesToBackpropsBest()),
                    t < papers.size() ? papers.get(t) : Table.NOTHING,
                    TimeRatio.summary(pair.timesToForwardsBest()));
        }
        return table.build();
    }

    private static String bestLoss(List<LearningCurve> curves) {
        return Cells.loss(curves.stream()
                        .mapToDouble(curve -> curve.best().validation().loss())
                        .average()
                        .orElseThrow())
                + diverged(curves);
    }

    private static String accuracy(List<LearningCurve> curves) {
        return Cells.percent(curves.stream()
                .mapToDouble(curve -> curve.test().accuracy())
                .average()
                .orElseThrow());
    }

    private static String diverged(List<LearningCurve> curves) {
        long diverged = curves.stream().filter(LearningCurve::diverged).count();
        return diverged == 0 ? "" : ", " + diverged + " diverged";
    }

    private Table tuningTable() {
        Table.Builder table = Table.titled(
                "Learning rates tried, in trainings of 1/" + spec.tuningPart() + " of the steps",
                "method",
                "η₀",
                "last validation loss");
        for (Tuning tuning : tunings) {
            for (int r = 0; r < tuning.rates().size(); r++) {
                table.row(
                        tuning.method().name(),
                        Cells.rate(tuning.rates().get(r)),
                        Double.isInfinite(tuning.loss(r)) ? "diverged" : Cells.loss(tuning.loss(r)));
            }
        }
        return table.build();
    }

    private List<Chart> charts(String title) {
        return List.of(
                chart(title + ": validation loss by steps", "step", LearningCurve.Point::step),
                chart(title + ": validation loss by time", "seconds of processor time", LearningCurve.Point::seconds));
    }

    /** The first run of each setting; two forms of forward gradients may share one of backpropagation. */
    private Chart chart(String title, String axis, ToDoubleFunction<LearningCurve.Point> x) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (TrainingPair pair : trainings) {
            String forward = pair.method().name() + ", η₀ " + Cells.rate(pair.forwardRate());
            String backprop = GradientDescent.BACKPROP.name() + ", η₀ " + Cells.rate(pair.backpropRate());
            lines.putIfAbsent(forward, line(forward, pair.forward().get(0), x, Line.Style.PLAIN));
            lines.putIfAbsent(backprop, line(backprop, pair.backprop().get(0), x, Line.Style.DASHED));
        }
        return new Chart(title, Axis.linear(axis), Axis.linear("validation loss"), List.copyOf(lines.values()));
    }

    private static Line line(
            String name, LearningCurve curve, ToDoubleFunction<LearningCurve.Point> x, Line.Style style) {
        double most = CLIPPED * curve.points().get(0).validation().loss();
        return new Line(
                name,
                curve.column(x),
                curve.column(point -> Math.min(point.validation().loss(), most)),
                style);
    }
}
