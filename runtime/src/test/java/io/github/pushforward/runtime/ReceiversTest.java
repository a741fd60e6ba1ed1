package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReceiversTest {
    enum Kind {
        PLAIN,
        WITH_BODY {
            @Override
            public String toString() {
                return "with a body";
            }
        }
    }

    @Test
    void anObjectOfAKnownClass() {
        assertThatCode(() -> Receivers.require("text", String.class)).doesNotThrowAnyException();
        assertThatCode(() -> Receivers.require(1, String.class, Integer.class)).doesNotThrowAnyException();
    }

    @Test
    void anotherClassIsNamed() {
        assertThatThrownBy(() -> Receivers.require(new StringBuilder(), CharSequence.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.StringBuilder");
        assertThatThrownBy(() -> Receivers.require(1L, String.class, Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Long");
    }

    /** Such a constant has a class of its own, which nobody can name. */
    @Test
    void aConstantWithABodyIsOfItsEnum() {
        assertThat(Kind.WITH_BODY.getClass()).isNotEqualTo(Kind.class);
        assertThatCode(() -> Receivers.require(Kind.WITH_BODY, Kind.class)).doesNotThrowAnyException();
        assertThatCode(() -> Receivers.require(Kind.PLAIN, String.class, Kind.class))
                .doesNotThrowAnyException();
    }

    @Test
    void whatToThrowNamesMethodAndClass() {
        assertThat(Receivers.unknown("text", "demo.Shape.area"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Shape.area")
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> Receivers.unknown(null, "demo.Shape.area")).isInstanceOf(NullPointerException.class);
    }
}
