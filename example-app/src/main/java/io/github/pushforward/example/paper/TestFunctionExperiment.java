package io.github.pushforward.example.paper;

import io.github.pushforward.example.model.TestFunctions;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.ContourLines;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Line;
import io.github.pushforward.example.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Section 5.1 of the paper: functions of two numbers that have a curved valley. */
final class TestFunctionExperiment {

    private static final int RUNS = 10;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;

    /** How many steps are timed at once: enough for the clock. */
    private static final long TIMED_STEPS = 1_000_000;

    private static final int CELLS = 120;

    private final TestFunction function;

    private TestFunctionExperiment(TestFunction function) {
        this.function = function;
    }

    static TestFunctionExperiment beale() {
        return new TestFunctionExperiment(new TestFunction(
                "Beale's function", TestFunctions::beale, BealeDescent::new, 1_000, 3, 0.5, "5e-5", "0.86"));
    }

    static TestFunctionExperiment rosenbrock() {
        return new TestFunctionExperiment(new TestFunction(
                "Rosenbrock's function",
                TestFunctions::rosenbrock,
                RosenbrockDescent::new,
                25_000,
                1,
                1,
                "5e-6",
                "0.75"));
    }

    Findings run(Settings settings, WorkProgress progress) {
        long steps = settings.steps(function.steps(), function.steps());
        int runs = settings.runs(RUNS, RUNS);
        FunctionDescent start = function.descents().apply(0);
        progress.begin("descents", runs);
        FunctionDescent backprop = function.descents().apply(0);
        Trajectory exact = Trajectory.of(backprop, backprop::backprop, steps);
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        List<Trajectory> forward = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            FunctionDescent descent = function.descents().apply(seeds.nextLong());
            forward.add(Trajectory.of(descent, descent::forward, steps));
            progress.advance(1);
        }
        progress.begin("times", ROUNDS);
        Costs costs = costs(settings.seed(), progress);
        return new Findings(
                function.title(),
                List.of(
                        "Start (" + Cells.rate(start.x()) + ", " + Cells.rate(start.y()) + "), η = "
                                + Cells.rate(start.eta) + ", " + Cells.count(steps) + " steps, " + runs
                                + " runs by forward gradients along Gaussian directions, one by gradients in reverse.",
                        "The minimum is 0 at (" + Cells.rate(function.minimumX()) + ", "
                                + Cells.rate(function.minimumY()) + ")."),
                List.of(table(forward, exact, costs)),
                List.of(paths(forward, exact), values(forward, exact)),
                List.of(
                        "A run of the function takes a few nanoseconds, and so does the drawing of the two numbers of a direction, which"
                                + " gradients in reverse do without. The paper's times are those of a framework, whose work for each operation"
                                + " outweighs both."));
    }

    /** Rounds of the function, of steps forward and of steps in reverse, one right after the other, in both orders. */
    private Costs costs(long seed, WorkProgress progress) {
        double[] forward = new double[ROUNDS - WARM_UP];
        double[] backprop = new double[ROUNDS - WARM_UP];
        double[] ratios = new double[ROUNDS - WARM_UP];
        for (int round = 0; round < ROUNDS; round++) {
            FunctionDescent descent = function.descents().apply(seed);
            boolean reversed = round % 2 == 1;
            double early = seconds(reversed ? backprop(descent) : forward(descent));
            double alone = seconds(() -> descent.evaluate(TIMED_STEPS));
            double late = seconds(reversed ? forward(descent) : backprop(descent));
            int measured = round - WARM_UP;
            if (measured >= 0) {
                forward[measured] = (reversed ? late : early) / alone;
                backprop[measured] = (reversed ? early : late) / alone;
                ratios[measured] = forward[measured] / backprop[measured];
            }
            progress.advance(1);
        }
        return new Costs(Statistics.median(forward), Statistics.median(backprop), Statistics.median(ratios));
    }

    private static Runnable forward(FunctionDescent descent) {
        return () -> descent.forward(TIMED_STEPS);
    }

    private static Runnable backprop(FunctionDescent descent) {
        return () -> descent.backprop(TIMED_STEPS);
    }

    private static double seconds(Runnable work) {
        Stopwatch stopwatch = new Stopwatch();
        stopwatch.start();
        work.run();
        stopwatch.stop();
        return stopwatch.seconds();
    }

    private Table table(List<Trajectory> forward, Trajectory exact, Costs costs) {
        double[] ends = forward.stream().mapToDouble(Trajectory::end).toArray();
        double[] finite = Arrays.stream(ends).filter(Double::isFinite).toArray();
        int diverged = ends.length - finite.length;
        String mean = Cells.scientific(Statistics.mean(finite)) + (diverged == 0 ? "" : ", " + diverged + " diverged");
        return Table.titled(function.title(), "", "here", "the paper")
                .row("f in the end, forward gradients, mean", mean, "about " + function.paperEnd())
                .row(
                        "f in the end, forward gradients, median",
                        Cells.scientific(Statistics.median(finite)),
                        Table.NOTHING)
                .row("f in the end, backpropagation", Cells.scientific(exact.end()), "about " + function.paperEnd())
                .row("R_f", Cells.ratio(costs.forward()), Table.NOTHING)
                .row("R_b", Cells.ratio(costs.backprop()), Table.NOTHING)
                .row("R_f ÷ R_b", Cells.ratio(costs.forwardToBackprop()), function.paperTimes())
                .build();
    }

    private Chart paths(List<Trajectory> forward, Trajectory exact) {
        List<Trajectory> all = Stream.concat(forward.stream(), Stream.of(exact)).toList();
        Range xs = Range.of(all.stream().map(Trajectory::x).toList(), function.minimumX());
        Range ys = Range.of(all.stream().map(Trajectory::y).toList(), function.minimumY());
        ContourLines contours = new ContourLines(function.function(), xs.min(), xs.max(), ys.min(), ys.max(), CELLS);
        List<Line> lines = new ArrayList<>(contours.at(1e-3, 1e-2, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000));
        for (int run = 0; run < Math.min(2, forward.size()); run++) {
            Trajectory trajectory = forward.get(run);
            lines.add(Line.plain("forward gradients, run " + (run + 1), trajectory.x(), trajectory.y()));
        }
        lines.add(new Line("backpropagation", exact.x(), exact.y(), Line.Style.DASHED));
        return new Chart(function.title() + ": where the descents went", Axis.linear("x"), Axis.linear("y"), lines);
    }

    private Chart values(List<Trajectory> forward, Trajectory exact) {
        List<Line> lines = new ArrayList<>();
        for (Trajectory trajectory : forward) {
            lines.add(new Line("", trajectory.steps(), trajectory.values(), Line.Style.BACKGROUND));
        }
        double[] mean = new double[exact.steps().length];
        for (int p = 0; p < mean.length; p++) {
            int point = p;
            mean[p] = forward.stream()
                    .mapToDouble(trajectory -> trajectory.values()[point])
                    .average()
                    .orElseThrow();
        }
        lines.add(Line.plain("forward gradients, mean of the runs", exact.steps(), mean));
        lines.add(new Line("backpropagation", exact.steps(), exact.values(), Line.Style.DASHED));
        return new Chart(function.title() + ": f by steps", Axis.linear("step"), Axis.logarithmic("f"), lines);
    }
}
