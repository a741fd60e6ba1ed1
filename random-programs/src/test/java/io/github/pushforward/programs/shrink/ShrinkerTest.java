package io.github.pushforward.programs.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.programs.check.Checker;
import io.github.pushforward.programs.generate.ProgramGenerator;
import io.github.pushforward.programs.print.JavaPrinter;
import io.github.pushforward.programs.tree.Program;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A planted defect, found in large programs and made small. */
class ShrinkerTest {

    @Test
    void whatFailsIsLeftAndNothingElse() {
        List<Program> failing = LongStream.rangeClosed(1, 50)
                .mapToObj(ProgramGenerator::generate)
                .filter(ShrinkerTest::hasRemainder)
                .limit(3)
                .toList();
        assertThat(failing).hasSize(3);
        for (Program program : failing) {
            Program small = new Shrinker(ShrinkerTest::hasRemainder, Duration.ofSeconds(20)).shrink(program);
            String text = JavaPrinter.print(small);
            assertThat(text).contains("%");
            assertThat(Parts.weight(small)).as(text).isLessThan(25);
        }
    }

    /** Programs that are no Java are no failures, and so what is left is Java. */
    @Test
    void whatIsLeftIsWellTyped() {
        try (Checker checker = new Checker()) {
            Program program = LongStream.rangeClosed(1, 50)
                    .mapToObj(ProgramGenerator::generate)
                    .filter(ShrinkerTest::hasRemainder)
                    .findFirst()
                    .orElseThrow();
            Program small = new Shrinker(
                            candidate -> hasRemainder(candidate) && checker.isWellTyped(candidate),
                            Duration.ofSeconds(20))
                    .shrink(program);
            assertThat(Parts.weight(small)).isLessThan(30);
        }
    }

    private static boolean hasRemainder(Program program) {
        return JavaPrinter.print(program).contains(" % ");
    }
}
