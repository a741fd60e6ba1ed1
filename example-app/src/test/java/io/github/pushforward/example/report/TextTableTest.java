package io.github.pushforward.example.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void theFirstColumnIsToTheLeftAndTheOthersToTheRight() {
        Table table = Table.titled("Costs", "", "here", "the paper")
                .row("R_f", "1.25", "2.4")
                .row("R_f ÷ R_b", "0.9", Table.NOTHING)
                .build();
        assertThat(TextTable.of(table)).isEqualTo("""
                        Costs
                                   here  the paper
                        ---------  ----  ---------
                        R_f        1.25        2.4
                        R_f ÷ R_b   0.9          –
                        """);
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.titled("t", "a", "b").row("1").build())
                .withMessageContaining("[1]");
    }
}
