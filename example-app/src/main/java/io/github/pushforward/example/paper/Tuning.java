package io.github.pushforward.example.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How short trainings with some learning rates ended.
 *
 * @param rates those tried
 * @param curves how it went with each
 */
record Tuning(DescentMethod method, List<Double> rates, List<LearningCurve> curves) {

    /** How often a rate is looked for beyond those tried. */
    private static final int EXTENSIONS = 4;

    private static final double NEAR = 2;
    private static final double FAR = 10;

    /**
     * A method and the rates that are tried for it.
     */
    record Candidates(DescentMethod method, List<Double> rates) {}

    /**
     * Trains with all rates of all methods, and with further ones where the best is the smallest or the largest of those tried.
     *
     * @param training makes the training of a method with a rate
     */
    static List<Tuning> of(List<Candidates> all, BiFunction<DescentMethod, Double, TrainingRun> training) {
        List<Tuning> tunings = tried(all, training);
        for (int extension = 0; extension < EXTENSIONS; extension++) {
            List<Candidates> further = tunings.stream().map(Tuning::further).toList();
            if (count(further) == 0) {
                break;
            }
            List<Tuning> more = tried(further, training);
            List<Tuning> joined = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                joined.add(tunings.get(i).and(more.get(i)));
            }
            tunings = joined;
        }
        return tunings;
    }

    private static List<Tuning> tried(List<Candidates> all, BiFunction<DescentMethod, Double, TrainingRun> training) {
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

    /** The rate beyond the best where that is at an edge, a much smaller one where all diverged. */
    private Candidates further() {
        double smallest = Collections.min(rates);
        double largest = Collections.max(rates);
        double best = best();
        if (Double.isInfinite(loss(rates.indexOf(best)))) {
            return new Candidates(method, List.of(smallest / FAR));
        }
        if (best == smallest) {
            return new Candidates(method, List.of(smallest / NEAR));
        }
        return new Candidates(method, best == largest ? List.of(largest * NEAR) : List.of());
    }

    private Tuning and(Tuning more) {
        return new Tuning(
                method,
                Stream.concat(rates.stream(), more.rates.stream()).toList(),
                Stream.concat(curves.stream(), more.curves.stream()).toList());
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

    /** The rate whose training ended with the lowest validation loss, the first one where all diverged. */
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
