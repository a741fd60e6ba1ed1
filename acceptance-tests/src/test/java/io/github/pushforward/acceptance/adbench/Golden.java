package io.github.pushforward.acceptance.adbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of expected numbers: words that each name the numbers after them. */
final class Golden {

    /** ADBench's, for |x − y| / max(1, |x| + |y|). */
    private static final double TOLERANCE = 1e-8;

    private final String name;
    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();

    private Golden(String name) {
        this.name = name;
        Numbers words = Numbers.of("golden/" + name + ".txt");
        List<Double> current = List.of();
        while (words.hasNext()) {
            String word = words.word();
            if (Character.isLetter(word.charAt(0))) {
                current = new ArrayList<>();
                numbers.put(word, current);
            } else {
                current.add(Double.parseDouble(word));
            }
        }
    }

    static Golden of(String name) {
        return new Golden(name);
    }

    double[] get(String key) {
        assertThat(numbers).as(name).containsKey(key);
        return numbers.get(key).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Fails where a number is farther from what the key names than ADBench allows, and names the worst. Where all numbers are
     * below 1, as the gradients of LSTM are by far, the largest of them stands for ADBench's 1.
     */
    void assertAgrees(String key, double... actual) {
        double[] expected = get(key);
        assertThat(actual).as("%s of %s", key, name).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double scale = Math.min(1, largest);
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            // Negated, so that NaN is worst of all.
            if (!(difference(actual[i], expected[i], scale) <= difference(actual[worst], expected[worst], scale))) {
                worst = i;
            }
        }
        assertThat(difference(actual[worst], expected[worst], scale))
                .as("%s of %s at %d: %s, not %s", key, name, worst, actual[worst], expected[worst])
                .isLessThanOrEqualTo(TOLERANCE);
    }

    private static double difference(double x, double y, double scale) {
        return Math.abs(x - y) / Math.max(scale, Math.abs(x) + Math.abs(y));
    }
}
