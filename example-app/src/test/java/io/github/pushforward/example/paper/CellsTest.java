package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"2e-5, 2e-5", "0.00025, 2.5e-4", "0.001, 0.001", "0.03, 0.03", "0.5, 0.5", "3, 3", "-1, -1", "0, 0"})
    void ratesAreShort(double rate, String cell) {
        assertThat(Cells.rate(rate)).isEqualTo(cell);
    }
}
