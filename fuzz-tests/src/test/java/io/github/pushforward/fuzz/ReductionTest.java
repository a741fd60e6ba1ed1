package io.github.pushforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReductionTest {
    private static final String TEXT = "first line\nsecond (line) one\nthird line\nfourth + line two\n";

    @Test
    void whatMattersIsLeft() {
        Reduction reduction =
                new Reduction(text -> text.contains("one") && text.contains("two"), Duration.ofMinutes(1));

        assertThat(reduction.of(TEXT)).isEqualTo("onetwo");
    }

    @Test
    void withoutTimeNothingIsLeftOut() {
        assertThat(new Reduction(text -> true, Duration.ofSeconds(-1)).of(TEXT)).isEqualTo(TEXT);
    }
}
