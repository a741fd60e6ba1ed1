package io.github.pushforward.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.programs.check.Checker;
import io.github.pushforward.programs.check.Comparisons;
import io.github.pushforward.programs.check.Finding;
import io.github.pushforward.programs.generate.ProgramGenerator;
import io.github.pushforward.programs.print.JavaPrinter;
import io.github.pushforward.programs.tree.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The processor against programs that nobody has written. {@code -Dprograms.seed} chooses the first, {@code -Dprograms.count} how
 * many; a failing one is printed small, with the seed that gives it again.
 */
class RandomProgramsTest {
    private static final int BATCH = 25;

    /** Failing programs are made small one after the other: for the first few that is enough. */
    private static final int SHRUNK = 5;

    @Test
    void derivativesOfRandomProgramsAreRight() {
        long seed = Long.getLong("programs.seed", 1);
        int count = Integer.getInteger("programs.count", 100);
        List<String> failures = new ArrayList<>();
        try (Checker checker = new Checker()) {
            for (long first = seed; first < seed + count; first += BATCH) {
                List<Program> programs = LongStream.range(first, Math.min(first + BATCH, seed + count))
                        .mapToObj(ProgramGenerator::generate)
                        .toList();
                for (Map.Entry<Program, Finding> found : checker.check(programs).entrySet()) {
                    failures.add(describe(checker, found.getKey(), found.getValue(), failures.size() < SHRUNK));
                }
            }
            System.out.printf("programs %d to %d:%n%s", seed, seed + count - 1, checker.tally());
            assertThat(failures)
                    .as("failing programs of %d, from seed %d", count, seed)
                    .isEmpty();
            assertComparisonsAreMade(checker, count);
        }
    }

    private static String describe(Checker checker, Program program, Finding finding, boolean isShrunk) {
        Program small = isShrunk ? checker.shrink(program, finding.kind(), Duration.ofSeconds(30)) : program;
        return "seed " + program.seed() + ": " + finding.kind() + " "
                + checker.check(small).orElse(finding).detail() + "\n" + JavaPrinter.print(small);
    }

    /** A check that skips what it should compare finds nothing. */
    private static void assertComparisonsAreMade(Checker checker, int count) {
        for (Comparisons comparison : Comparisons.values()) {
            long made = checker.tally().timesMade(comparison);
            assertThat(made).as("made of %s", comparison).isGreaterThan(count / 20);
            assertThat(checker.tally().timesSkipped(comparison))
                    .as("skipped of %s, beside %d made", comparison, made)
                    .isLessThan(made);
        }
    }
}
