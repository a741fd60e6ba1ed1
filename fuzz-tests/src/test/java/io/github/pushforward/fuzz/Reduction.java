package io.github.pushforward.fuzz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a text that has some property smaller, by leaving out parts of it: first lines, then tokens. Delta debugging as in
 * Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, without its complements of small granularity.
 */
final class Reduction {
    private final Predicate<String> isInteresting;
    private final Instant end;

    /** @param patience after which the smallest text so far has to do */
    Reduction(Predicate<String> isInteresting, Duration patience) {
        this.isInteresting = isInteresting;
        this.end = Instant.now().plus(patience);
    }

    String of(String text) {
        String byLines = reduced(new ArrayList<>(Arrays.asList(text.split("(?<=\n)"))));
        List<String> tokens = Token.of(byLines).stream().map(Token::text).collect(Collectors.toList());
        return reduced(tokens);
    }

    private String reduced(List<String> pieces) {
        List<String> left = pieces;
        for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
            boolean isSmaller = true;
            while (isSmaller) {
                int before = left.size();
                left = without(left, size);
                isSmaller = left.size() < before && size == 1;
            }
        }
        return String.join("", left);
    }

    private List<String> without(List<String> pieces, int size) {
        List<String> left = pieces;
        for (int from = 0; from < left.size(); ) {
            if (Instant.now().isAfter(end)) {
                return left;
            }
            List<String> fewer = new ArrayList<>(left.subList(0, from));
            fewer.addAll(left.subList(Math.min(left.size(), from + size), left.size()));
            if (isInteresting.test(String.join("", fewer))) {
                left = fewer;
            } else {
                from += size;
            }
        }
        return left;
    }
}
