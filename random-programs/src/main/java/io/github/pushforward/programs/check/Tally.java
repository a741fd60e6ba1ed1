package io.github.pushforward.programs.check;

import java.util.EnumMap;
import java.util.Map;

/** How often each comparison was made, and how often it could not be: so that a check cannot become empty unnoticed. */
public final class Tally {
    private final Map<Comparisons, long[]> counts = new EnumMap<>(Comparisons.class);

    void made(Comparisons comparison) {
        counts.computeIfAbsent(comparison, key -> new long[2])[0]++;
    }

    void skipped(Comparisons comparison) {
        counts.computeIfAbsent(comparison, key -> new long[2])[1]++;
    }

    /** How often a comparison was made. */
    public long timesMade(Comparisons comparison) {
        return counts.getOrDefault(comparison, new long[2])[0];
    }

    /** How often a comparison could not be made. */
    public long timesSkipped(Comparisons comparison) {
        return counts.getOrDefault(comparison, new long[2])[1];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((comparison, count) ->
                text.append(String.format("%-60s %9d made %8d skipped%n", comparison.title(), count[0], count[1])));
        return text.toString();
    }
}
