package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ratios of times, and what is told of repeated ones. */
class RatioTest {
    private static final Map<String, Double> NANOSECONDS = Map.of("primal", 10.0, "exact", 60.0);

    @Test
    void ofTheWhole() {
        assertThat(new Ratio("", "exact", "primal").of(NANOSECONDS, 4)).hasValue(6);
    }

    @Test
    void ofEachInput() {
        assertThat(new Ratio("", "exact", "primal").forEachInput().of(NANOSECONDS, 4))
                .hasValue(1.5);
    }

    @Test
    void ofWhatAKernelLacks() {
        assertThat(new Ratio("", "hand", "primal").of(NANOSECONDS, 4)).isEmpty();
        assertThat(new Ratio("", "primal", "hand").of(NANOSECONDS, 4)).isEmpty();
    }

    @Test
    void mediansAndRanges() {
        Spread odd = new Spread(List.of(1.0, 2.0, 9.0));
        assertThat(odd.median()).isEqualTo(2);
        assertThat(odd.least()).isEqualTo(1);
        assertThat(odd.most()).isEqualTo(9);
        assertThat(new Spread(List.of(1.0, 2.0, 4.0, 9.0)).median()).isEqualTo(3);
        assertThat(new Spread(List.of()).isEmpty()).isTrue();
    }
}
