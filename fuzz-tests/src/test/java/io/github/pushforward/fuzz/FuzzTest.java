package io.github.pushforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.DifferentiableProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nothing comes out of the processor but siblings that compile, or errors of its own: whatever the source. Some hundreds of mutations in
 * every build, thousands with {@code -Pnightly}; {@code -Dfuzz.seed} and {@code -Dfuzz.count} choose others.
 */
class FuzzTest {
    private static final Duration REDUCTION = Duration.ofSeconds(20);

    @Test
    void mutatedSources() throws IOException {
        long seed = Long.getLong("fuzz.seed", 6);
        int count = Integer.getInteger("fuzz.count", 300);
        try (Javac javac = new Javac(DifferentiableProcessor::new)) {
            Fuzz fuzz = new Fuzz(corpus(), new Trial(javac));
            long start = System.nanoTime();
            fuzz.run(seed * 1_000_000, count);
            System.out.printf(
                    "fuzz: seed %d, %d mutations, %d parse, %s, %d s%n",
                    seed, count, fuzz.parsed(), fuzz.stages(), (System.nanoTime() - start) / 1_000_000_000);

            assertThat(fuzz.reduced(REDUCTION)).isEmpty();
            assertThat(fuzz.stages().values())
                    .as("all were tried")
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(count));
            assertThat(fuzz.stages()).as("every stage is reached").containsOnlyKeys(Trial.Stage.values());
        }
    }

    /** As much of this project as of others. */
    static List<Sample> corpus() throws IOException {
        List<Sample> own = new OwnSources(Path.of("..")).all();
        List<Sample> foreign = LibrarySources.in(Path.of("target", "libraries"));
        assertThat(own).hasSizeGreaterThan(500);
        assertThat(foreign).hasSizeGreaterThan(500);
        List<Sample> all = new ArrayList<>(foreign);
        while (all.size() < 2 * foreign.size()) {
            all.addAll(own.subList(0, Math.min(own.size(), 2 * foreign.size() - all.size())));
        }
        return all;
    }
}
