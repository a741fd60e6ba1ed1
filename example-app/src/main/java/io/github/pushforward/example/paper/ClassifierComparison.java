package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.LearningRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Forward gradients against backpropagation on a classifier: what a step costs, which learning rates suit, and how trainings go with the
 * paper's and with these.
 *
 * @param data what is trained on
 * @param seed of all that is drawn
 */
record ClassifierComparison(ClassifierSpec spec, ImageData data, long seed, WorkProgress progress) {

    ClassifierResults run() {
        progress.begin("costs of a step", Costs.ROUNDS);
        LabeledImages batch = new MiniBatches(data.train(), spec.batch(), seed).current();
        Costs costs = Costs.measure(spec.model(), batch, seed, progress);

        List<Tuning> tunings = tunings();
        double backprop = tunings.get(0).best();
        List<Pair> pairs = new ArrayList<>();
        for (double rate : spec.paperRates()) {
            pairs.add(new Pair("the paper's", ForwardDescent.PAPER, rate, rate));
        }
        for (Tuning tuning : tunings.subList(1, tunings.size())) {
            pairs.add(new Pair("tuned", tuning.method(), tuning.best(), backprop));
        }
        return new ClassifierResults(spec, data, costs, tunings, trainings(pairs));
    }

    /** Backpropagation first, then the forms of forward gradients. */
    private List<Tuning> tunings() {
        long steps = Math.max(1, spec.steps() / spec.tuningPart());
        long trainings =
                spec.tuned().stream().mapToLong(tuned -> tuned.rates().size()).sum();
        progress.begin("tuning", steps * trainings);
        List<TrainingRun> runs = new ArrayList<>();
        for (ClassifierSpec.Tuned tuned : spec.tuned()) {
            for (double rate : tuned.rates()) {
                runs.add(training(tuned.method(), rate, steps, seed));
            }
        }
        List<LearningCurve> curves = ParallelRuns.of(runs);
        List<Tuning> tunings = new ArrayList<>();
        int next = 0;
        for (ClassifierSpec.Tuned tuned : spec.tuned()) {
            int end = next + tuned.rates().size();
            tunings.add(new Tuning(tuned.method(), tuned.rates(), curves.subList(next, end)));
            next = end;
        }
        return tunings;
    }

    private List<TrainingPair> trainings(List<Pair> pairs) {
        // Once each, although pairs may share their side by backpropagation.
        Map<Task, TrainingRun> runs = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            for (Task task : pair.tasks(seeds())) {
                runs.put(task, training(task.method(), task.rate(), spec.steps(), task.seed()));
            }
        }
        progress.begin("training", spec.steps() * runs.size());
        Map<Task, LearningCurve> curves = new HashMap<>();
        Iterator<LearningCurve> results =
                ParallelRuns.of(List.copyOf(runs.values())).iterator();
        runs.keySet().forEach(task -> curves.put(task, results.next()));
        return pairs.stream().map(pair -> trained(pair, curves)).toList();
    }

    private TrainingPair trained(Pair pair, Map<Task, LearningCurve> curves) {
        List<LearningCurve> forward = new ArrayList<>();
        List<LearningCurve> backprop = new ArrayList<>();
        for (long ofRun : seeds()) {
            forward.add(curves.get(pair.forward(ofRun)));
            backprop.add(curves.get(pair.backprop(ofRun)));
        }
        return new TrainingPair(pair.name(), pair.method(), pair.forwardRate(), pair.backpropRate(), forward, backprop);
    }

    private long[] seeds() {
        SplittableRandom random = new SplittableRandom(seed);
        return LongStream.generate(random::nextLong).limit(spec.runs()).toArray();
    }

    /** The schedule decays as far in a short training as in a whole one. */
    private TrainingRun training(DescentMethod method, double rate, long steps, long ofRun) {
        double decay = spec.decay() * spec.steps() / steps;
        LearningRate schedule = decay == 0 ? LearningRate.constant(rate) : LearningRate.exponentialDecay(rate, decay);
        return new TrainingRun(spec.model(), data, method, schedule, steps, spec.batch(), ofRun, progress);
    }

    /** A training with all that tells it from others. */
    private record Task(DescentMethod method, double rate, long seed) {}

    /** Two methods that are held against each other. */
    private record Pair(String name, DescentMethod method, double forwardRate, double backpropRate) {

        Task forward(long seed) {
            return new Task(method, forwardRate, seed);
        }

        Task backprop(long seed) {
            return new Task(GradientDescent.BACKPROP, backpropRate, seed);
        }

        List<Task> tasks(long[] seeds) {
            return Arrays.stream(seeds)
                    .boxed()
                    .flatMap(seed -> Stream.of(forward(seed), backprop(seed)))
                    .toList();
        }
    }
}
