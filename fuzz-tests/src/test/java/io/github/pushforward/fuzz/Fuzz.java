package io.github.pushforward.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many mutations, one after the other, and what became of them. */
final class Fuzz {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Sample> samples;
    private final Trial trial;
    private final Map<Trial.Stage, Integer> stages = new EnumMap<>(Trial.Stage.class);
    private final List<Finding> findings = new ArrayList<>();
    private int parsed;

    Fuzz(List<Sample> samples, Trial trial) {
        this.samples = List.copyOf(samples);
        this.trial = trial;
    }

    /** A mutation with a failure that is not like one before it. */
    record Finding(long seed, Mutation mutation, Failure failure) {

        @Override
        public String toString() {
            return "seed " + seed + " of " + mutation.sample().name() + ", " + mutation.applied() + "\n"
                    + failure.kind() + " " + failure.key() + "\n" + failure.detail() + "\n"
                    + mutation.sample().text();
        }
    }

    /** Tries the mutations of so many seeds, from the first one on. */
    void run(long firstSeed, int count) {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "javac", Trial.STACK_SIZE);
            thread.setDaemon(true); // one that never ends must not keep the tests from ending
            return thread;
        });
        try {
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                Mutation mutation = Mutation.of(samples, seed);
                if (!tried(worker, seed, mutation)) {
                    return;
                }
            }
        } finally {
            worker.shutdown();
        }
    }

    private boolean tried(ExecutorService worker, long seed, Mutation mutation) {
        try {
            Trial.Outcome outcome =
                    worker.submit(() -> trial.of(mutation.sample())).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            parsed += Outline.of(mutation.sample().text()).parses() ? 1 : 0;
            stages.merge(outcome.stage(), 1, Integer::sum);
            outcome.failure().ifPresent(failure -> note(new Finding(seed, mutation, failure)));
            return true;
        } catch (TimeoutException slow) {
            note(new Finding(seed, mutation, new Failure(Failure.Kind.SLOW, "", "more than " + PATIENCE)));
            return false; // the one thread is still busy
        } catch (InterruptedException | ExecutionException defect) {
            throw new IllegalStateException("seed " + seed, defect);
        }
    }

    private void note(Finding finding) {
        if (findings.stream().noneMatch(known -> known.failure().isLike(finding.failure()))) {
            findings.add(finding);
        }
    }

    /** The findings, each with the smallest text that shows the same. */
    List<Finding> reduced(Duration patience) {
        return findings.stream()
                .map(finding -> finding.failure().kind() == Failure.Kind.SLOW ? finding : reduced(finding, patience))
                .toList();
    }

    private Finding reduced(Finding finding, Duration patience) {
        Sample sample = finding.mutation().sample();
        String text = new Reduction(
                        smaller -> trial.of(sample.withText(smaller))
                                .failure()
                                .filter(finding.failure()::isLike)
                                .isPresent(),
                        patience)
                .of(sample.text());
        return new Finding(
                finding.seed(),
                new Mutation(sample.withText(text), finding.mutation().applied()),
                finding.failure());
    }

    /** How many mutations got how far. */
    Map<Trial.Stage, Integer> stages() {
        return stages;
    }

    /** How many could be parsed. */
    int parsed() {
        return parsed;
    }
}
