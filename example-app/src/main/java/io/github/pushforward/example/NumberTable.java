package io.github.pushforward.example;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table of numbers that the application carries in its resources: one row a line, with commas between. */
final class NumberTable {

    private final List<double[]> rows;

    private NumberTable(List<double[]> rows) {
        this.rows = rows;
    }

    /** The table of a resource, each row of which has {@code columns} numbers. */
    static NumberTable read(String resource, int columns) {
        try (InputStream stream = NumberTable.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new FileNotFoundException("the resource is missing from the application");
            }
            return parse(new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII)), columns);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + ": " + e.getMessage(), e);
        }
    }

    static NumberTable parse(BufferedReader lines, int columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", -1);
            int number = rows.size() + 1;
            if (fields.length != columns) {
                throw new IOException("line " + number + " has " + fields.length + " fields, not " + columns);
            }
            double[] row = new double[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = finite(fields[j], number);
            }
            rows.add(row);
        }
        return new NumberTable(rows);
    }

    private static double finite(String field, int line) throws IOException {
        try {
            double value = Double.parseDouble(field);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number that is not finite is.
        }
        throw new IOException("line " + line + ": '" + field + "' is not a finite number");
    }

    /** A column as a fresh array, in the order of the rows. */
    double[] column(int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
