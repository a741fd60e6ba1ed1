package io.github.pushforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void theTokensMakeUpTheText() throws IOException {
        for (Sample sample : FuzzTest.corpus()) {
            assertThat(Token.text(Token.of(sample.text()))).isEqualTo(sample.text());
        }
    }

    @Test
    void kinds() {
        String text =
                "größe += /* a */ .5e-3f*f(\"\\\"//\", 'x')[0x1F] >>>= 𝒳; // end\n\"\"\"\n  a \"b\" \\\"\"\"\n  \"\"\" \0";

        assertThat(Token.of(text).stream()
                        .filter(token -> !token.isBlank())
                        .map(token -> token.kind() + " " + token.text())
                        .toList())
                .containsExactly(
                        "WORD größe",
                        "OPERATOR +=",
                        "NUMBER .5e-3f",
                        "OPERATOR *",
                        "WORD f",
                        "BRACKET (",
                        "STRING \"\\\"//\"",
                        "OPERATOR ,",
                        "STRING 'x'",
                        "BRACKET )",
                        "BRACKET [",
                        "NUMBER 0x1F",
                        "BRACKET ]",
                        "OPERATOR >>>=",
                        "WORD 𝒳",
                        "OPERATOR ;",
                        "TEXT_BLOCK \"\"\"\n  a \"b\" \\\"\"\"\n  \"\"\"",
                        "OPERATOR \0");
    }
}
