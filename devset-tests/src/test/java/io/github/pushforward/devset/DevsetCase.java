package io.github.pushforward.devset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method of the devset with its reference, as the two tables have them.
 *
 * @param active the names of its active parameters
 * @param x the active arguments, flat
 * @param f the outputs, flat
 * @param jacobian by output, then by input
 */
record DevsetCase(
        String id,
        String artifact,
        String className,
        String method,
        int arity,
        Set<String> active,
        double[] x,
        double[] f,
        double[][] jacobian) {

    static List<DevsetCase> all() {
        List<String[]> references = rows("/devset_reference.tsv");
        List<DevsetCase> cases = new ArrayList<>();
        for (String[] row : rows("/devset.tsv")) {
            String[] reference = references.stream()
                    .filter(candidate -> candidate[0].equals(row[0]))
                    .findFirst()
                    .orElseThrow();
            cases.add(of(row, reference));
        }
        return cases;
    }

    private static DevsetCase of(String[] row, String[] reference) {
        String parameters = row[4].substring(row[4].indexOf('(') + 1, row[4].indexOf(')'));
        return new DevsetCase(
                row[0],
                row[1],
                row[2],
                row[3],
                parameters.split(",").length,
                // "x[],y[] -> double[4]": what follows the arrow is the shape of the result.
                Arrays.stream(row[7].split("->")[0].split(","))
                        .map(name -> name.replace("[]", "").strip())
                        .collect(Collectors.toUnmodifiableSet()),
                numbers(reference[1]),
                numbers(reference[2]),
                Arrays.stream(reference[3].split("],\\["))
                        .map(DevsetCase::numbers)
                        .toArray(double[][]::new));
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\]]", "").split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<String[]> rows(String table) {
        try (InputStream in = Objects.requireNonNull(DevsetCase.class.getResourceAsStream(table))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return id + " " + className.substring(className.lastIndexOf('.') + 1) + "." + method;
    }
}
