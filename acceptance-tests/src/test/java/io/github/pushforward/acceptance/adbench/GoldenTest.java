package io.github.pushforward.acceptance.adbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The comparison that the other tests rely on notices what is wrong. */
class GoldenTest {

    private final Golden golden = Golden.of("hand_simple_test");
    private final double[] values = golden.get("F");

    @Test
    void everyKeyNamesTheNumbersAfterIt() {
        assertThat(golden.get("shape")).containsExactly(6, 26);
        assertThat(values).hasSize(6).startsWith(0.16519314794161155);
        assertThat(golden.get("Jcolmajor")).hasSize(6 * 26);
    }

    @Test
    void acceptsWhatIsWithinTheTolerance() {
        values[3] += 1e-9;
        golden.assertAgrees("F", values);
    }

    @Test
    void namesTheWorstNumber() {
        values[2] += 1e-7;
        values[3] += 2e-7;
        assertThatThrownBy(() -> golden.assertAgrees("F", values))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("F of hand_simple_test at 3");
    }

    @Test
    void refusesNaNAndMissingNumbers() {
        assertThatThrownBy(() -> golden.assertAgrees("F", 1.0)).isInstanceOf(AssertionError.class);
        values[5] = Double.NaN;
        assertThatThrownBy(() -> golden.assertAgrees("F", values)).isInstanceOf(AssertionError.class);
    }
}
