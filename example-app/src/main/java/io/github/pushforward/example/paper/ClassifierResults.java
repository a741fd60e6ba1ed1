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
        String rates =
                "With the same small rate, both methods make nearly the same progress a step, for the noise of forward gradients averages"
                        + " out over the steps: T_f ÷ T_b is then near R_f ÷ R_b. The paper's rates are of this kind. Tuned, backpropagation takes rates that"
                        + " are larger by a factor of ten to a hundred, which noise forbids to forward gradients, and is done much earlier: the last column.";
        return List.of(counted, spec.remark(), rates);
    }

    private List<Table> tables() {
        return List.of(costTable(), trainingTable(), tuningTable());
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
                "backprop",
                "T_f ÷ T_b to backprop's lowest loss",
                "the paper's T_f ÷ T_b",
                "T_b ÷ T_f to the forward run's lowest loss");
        for (int t = 0; t < trainings.size(); t++) {
            TrainingPair pair = trainings.get(t);
            List<String> papers = spec.paper().timeRatios();
            table.row(
                    pair.method().name(),
                    pair.name(),
                    Cells.rate(pair.forwardRate()),
                    Cells.rate(pair.backpropRate()),
                    bestLoss(pair.forward()),
                    bestLoss(pair.backprop()),
                    accuracy(pair.forward()),
                    accuracy(pair.backprop()),
                    Cells.reached(pair.timesToBackpropsBest(), pair.forward().size()),
                    t < papers.size() ? papers.get(t) : Table.NOTHING,
                    Cells.reached(pair.timesToForwardsBest(), pair.forward().size()));
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
        return new Line(
                name, curve.column(x), curve.column(point -> point.validation().loss()), style);
    }
}
