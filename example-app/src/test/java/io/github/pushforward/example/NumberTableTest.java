package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class NumberTableTest {

    private static NumberTable parse(String text) throws IOException {
        return NumberTable.parse(new BufferedReader(new StringReader(text)), 2);
    }

    @Test
    void readsColumns() throws IOException {
        NumberTable table = parse("1.5,-2\n3e2,0\n");
        assertThat(table.column(0)).containsExactly(1.5, 300);
        assertThat(table.column(1)).containsExactly(-2, 0);
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatIOException().isThrownBy(() -> parse("1,2\n3")).withMessage("line 2 has 1 fields, not 2");
        assertThatIOException().isThrownBy(() -> parse("1,two")).withMessage("line 1: 'two' is not a finite number");
        assertThatIOException()
                .isThrownBy(() -> parse("1,2\n1,2\nNaN,2"))
                .withMessage("line 3: 'NaN' is not a finite number");
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatThrownBy(() -> NumberTable.read("nothing.csv", 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nothing.csv")
                .hasMessageContaining("missing");
    }
}
