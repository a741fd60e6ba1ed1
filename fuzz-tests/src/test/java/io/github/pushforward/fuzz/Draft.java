package io.github.pushforward.fuzz;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A text on its way through mutators. */
final class Draft {
    private final String text;
    private final String donor;
    private @Nullable Outline outline;
    private @Nullable List<Token> tokens;

    /** @param donor another text, to take pieces from */
    Draft(String text, String donor) {
        this.text = text;
        this.donor = donor;
    }

    String text() {
        return text;
    }

    Draft with(String changed) {
        return new Draft(changed, donor);
    }

    Draft donor() {
        return new Draft(donor, text);
    }

    Outline outline() {
        Outline known = outline;
        if (known == null) {
            known = Outline.of(text);
            outline = known;
        }
        return known;
    }

    List<Token> tokens() {
        List<Token> known = tokens;
        if (known == null) {
            known = Token.of(text);
            tokens = known;
        }
        return known;
    }

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
