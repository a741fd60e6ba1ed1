package io.github.pushforward.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private final LabeledImages digits = Digits.read();

    @Test
    void hasTheShapeOfTheDataSet() {
        assertThat(digits.size()).isEqualTo(1_797);
        for (double[] image : digits.images()) {
            assertThat(image).hasSize(64);
            assertThat(Arrays.stream(image)).allMatch(pixel -> pixel >= 0 && pixel <= 16);
        }
        int[] counts = new int[10];
        for (int label : digits.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    @Test
    void beginsWithAZero() {
        assertThat(digits.labels()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Arrays.copyOf(digits.images()[0], 24))
                .containsExactly(0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0, 0, 3, 15, 2, 0, 11, 8, 0);
    }

    @Test
    void theNoticeNamesTheSourceAndTheLicense() throws IOException {
        try (InputStream notice = Digits.class.getResourceAsStream("../NOTICE")) {
            assertThat(new String(notice.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("E. Alpaydin, C. Kaynak", "10.24432/C50P49", "CC BY 4.0")
                    .contains("thurber.csv", "R. Thurber", "bearings.csv", "J. Lieblein, M. Zelen", "public domain");
        }
        assertThat(Digits.SOURCE).contains("E. Alpaydin, C. Kaynak", "10.24432/C50P49", "CC BY 4.0");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> parse("1,2,3"))
                .withMessage("line 1 has 3 fields, not 64 pixels and a label");
        String pixels = "16,".repeat(64);
        assertThatIOException()
                .isThrownBy(() -> parse(pixels + "9\n" + pixels + "10"))
                .withMessage("line 2: '10' is not an integer from 0 to 9");
        assertThatIOException()
                .isThrownBy(() -> parse("17" + pixels.substring(2) + "9"))
                .withMessage("line 1: '17' is not an integer from 0 to 16");
    }

    private static LabeledImages parse(String text) throws IOException {
        return Digits.parse(new BufferedReader(new StringReader(text)));
    }
}
