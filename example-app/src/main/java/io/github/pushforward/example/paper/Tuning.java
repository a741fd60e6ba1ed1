package io.github.pushforward.example.paper;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How short trainings with some learning rates ended.
 *
 * @param rates those tried
 * @param curves how it went with each
 */
record Tuning(DescentMethod method, List<Double> rates, List<LearningCurve> curves) {

    /**
     * A method and the rates that are tried for it.
     */
    record Candidates(DescentMethod method, List<Double> rates) {}

    /**
     * Trains with all rates of all methods.
     *
     * @param training makes the training of a method with a rate
     */
    static List<Tuning> of(List<Candidates> all, BiFunction<DescentMethod, Double, TrainingRun> training) {
        List<TrainingRun> runs = new ArrayList<>();
        for (Candidates candidates : all) {
            for (double rate : candidates.rates()) {
                runs.add(training.apply(candidates.method(), rate));
            }
        }
        Iterator<LearningCurve> curves = ParallelRuns.of(runs).iterator();
        return all.stream()
                .map(candidates -> new Tuning(
                        candidates.method(),
                        candidates.rates(),
                        candidates.rates().stream().map(rate -> curves.next()).toList()))
                .toList();
    }

    /** How many trainings {@link #of} makes. */
    static long count(List<Candidates> all) {
        return all.stream().mapToLong(candidates -> candidates.rates().size()).sum();
    }

    /** The last validation loss with a rate, infinite where it diverged. */
    double loss(int rate) {
        LearningCurve curve = curves.get(rate);
        double loss = curve.last().validation().loss();
        return curve.diverged() || Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    /** The rate whose training ended with the lowest validation loss. */
    double best() {
        int best = 0;
        for (int r = 1; r < rates.size(); r++) {
            if (loss(r) < loss(best)) {
                best = r;
            }
        }
        return rates.get(best);
    }
}
