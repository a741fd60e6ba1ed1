package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Line;
import io.github.pushforward.example.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Section 5.5 of the paper: how costs and memory grow with the depth of a network. */
final class DepthExperiment {

    private static final List<Integer> LAYERS = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final int WIDTH = 32;
    private static final int PAPER_WIDTH = 1024;

    /** What was measured at a depth. */
    private record Depth(int layers, Trainable model, Costs costs, long forwardBytes, long backpropBytes) {}

    private DepthExperiment() {}

    static Findings run(Settings settings, WorkProgress progress) {
        return run(settings, progress, LAYERS);
    }

    static Findings run(Settings settings, WorkProgress progress, List<Integer> depthsToMeasure) {
        ImageData data = settings.trainingImages();
        int width = settings.full() ? PAPER_WIDTH : WIDTH;
        LabeledImages batch = new MiniBatches(data.train(), Experiments.BATCH, settings.seed()).current();
        progress.begin("costs of a step", (long) depthsToMeasure.size() * Costs.ROUNDS);
        List<Depth> depths = new ArrayList<>();
        for (int layers : depthsToMeasure) {
            // So many hidden layers, and one that gives the scores.
            DenseModel model = DenseModel.deep(data.pixels(), width, layers + 1, data.classes());
            Memory memory = Memory.measure(model, batch, settings.seed());
            Costs costs = Costs.measure(model, batch, settings.seed(), progress);
            depths.add(new Depth(layers, model, costs, memory.forward(), memory.backprop()));
        }
        return new Findings(
                "Depth",
                List.of(
                        "Networks of 1 to 100 hidden layers of " + width + " units on " + data.name() + ", batches of "
                                + Experiments.BATCH
                                + "; the paper has R_f from 2.5 to 4.15, R_b from 4.6 to 4.9, and the same memory for both.",
                        "Memory: all bytes allocated by a first derivative, with what it needs beyond the parameters."),
                List.of(table(depths)),
                List.of(costs(depths), memory(depths)),
                List.of(
                        "By the count of products both ratios go from 2 towards 3 with depth: only the first layer, whose inputs are constant, does"
                                + " with one product more for each weight.",
                        "Both keep the parameters, and a number more for each: the direction here, the gradient there. Backpropagation"
                                + " also keeps what every layer gives, forward gradients two layers' at a time or, as this loss is written,"
                                + " a row for each layer and its tangent. Image by image that is little beside the parameters."));
    }

    private static Table table(List<Depth> depths) {
        Table.Builder table = Table.titled(
                "Costs of a step, in runs of the loss alone, and memory",
                "hidden layers",
                "parameters",
                "R_f",
                "R_b",
                "R_f ÷ R_b",
                "products, forward",
                "products, backprop",
                "kilobytes, forward",
                "kilobytes, backprop",
                "the paper");
        for (Depth depth : depths) {
            Products products = depth.model().products();
            table.row(
                    Integer.toString(depth.layers()),
                    Cells.count(depth.model().start(0).length),
                    Cells.ratio(depth.costs().forward()),
                    Cells.ratio(depth.costs().backprop()),
                    Cells.ratio(depth.costs().forwardToBackprop()),
                    Cells.ratio((double) products.tangent() / products.original()),
                    Cells.ratio((double) products.backprop() / products.original()),
                    Cells.count(Math.round(depth.forwardBytes() / 1e3)),
                    Cells.count(Math.round(depth.backpropBytes() / 1e3)),
                    switch (depth.layers()) {
                        case 1 -> "R_f 2.5, R_b 4.6";
                        case 100 -> "R_f 4.15, R_b 4.9";
                        default -> Table.NOTHING;
                    });
        }
        return table.build();
    }

    private static Chart costs(List<Depth> depths) {
        return new Chart(
                "Depth: costs of a step",
                Axis.logarithmic("hidden layers"),
                Axis.linear("runs of the loss alone"),
                List.of(
                        line(
                                "R_f, forward gradient",
                                depths,
                                depth -> depth.costs().forward()),
                        line(
                                "R_b, backpropagation",
                                depths,
                                depth -> depth.costs().backprop())));
    }

    private static Chart memory(List<Depth> depths) {
        return new Chart(
                "Depth: memory",
                Axis.logarithmic("hidden layers"),
                Axis.logarithmic("kilobytes"),
                List.of(
                        line("forward gradient", depths, depth -> depth.forwardBytes() / 1e3),
                        line("backpropagation", depths, depth -> depth.backpropBytes() / 1e3)));
    }

    private static Line line(String name, List<Depth> depths, ToDoubleFunction<Depth> y) {
        return new Line(
                name,
                depths.stream().mapToDouble(Depth::layers).toArray(),
                depths.stream().mapToDouble(y).toArray(),
                Line.Style.MARKED);
    }
}
