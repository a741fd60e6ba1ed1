package io.github.pushforward.processor.singular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code references.tsv}: a function at a point, two directions, and what is expected there.
 *
 * @param line its number
 * @param function as {@code docs/conventions.md} writes it
 * @param arguments of type {@code Double}, or {@code Long} for integers
 * @param v the first direction: {@code null} where the argument is a constant
 * @param w the second direction
 * @param value f, or {@code null}: it is that of the original anyway
 * @param alongV the tangent along v
 * @param alongW the tangent along w
 * @param second the second derivative along v and w; {@code null} where it is not promised
 * @param convention the row of {@code docs/conventions.md} that the datum is an instance of; empty for an ordinary derivative
 */
record Datum(
        int line,
        String function,
        List<Number> arguments,
        List<@Nullable Double> v,
        List<@Nullable Double> w,
        @Nullable Reference value,
        Reference alongV,
        Reference alongW,
        @Nullable Reference second,
        String convention) {

    /** All of them; {@code references.py} beside the file says where they come from. */
    static List<Datum> all() {
        try (InputStream in = Objects.requireNonNull(Datum.class.getResourceAsStream("/singular/references.tsv"))) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return IntStream.range(0, lines.length)
                    .filter(i -> !lines[i].startsWith("#"))
                    .mapToObj(i -> of(i + 1, lines[i].split("\t", -1)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Datum of(int line, String[] cells) {
        List<Number> arguments =
                Arrays.stream(cells[1].split(" ")).map(Datum::number).toList();
        return new Datum(
                line,
                cells[0],
                arguments,
                direction(cells[2]),
                direction(cells[3]),
                Reference.of(cells[4]),
                Objects.requireNonNull(Reference.of(cells[5])),
                Objects.requireNonNull(Reference.of(cells[6])),
                Reference.of(cells[7]),
                cells[8]);
    }

    private static Number number(String text) {
        return text.matches("-?\\d+") ? (Number) Long.valueOf(text) : (Number) Double.valueOf(text);
    }

    private static List<@Nullable Double> direction(String text) {
        return Arrays.stream(text.split(" "))
                .map(part -> part.equals("-") ? null : Double.valueOf(part))
                .toList();
    }

    /** Which arguments have directions. */
    List<Boolean> pattern() {
        return v.stream().map(Objects::nonNull).toList();
    }

    /** Whether every number is one of {@code float}. */
    boolean isSingle() {
        return Stream.of(arguments, v, w)
                .flatMap(List::stream)
                .filter(Double.class::isInstance)
                .allMatch(number -> {
                    double exact = (Double) number;
                    return Double.compare((float) exact, exact) == 0;
                });
    }

    @Override
    public String toString() {
        return "%s at %s along %s and %s (line %d)".formatted(function, arguments, v, w, line);
    }
}
