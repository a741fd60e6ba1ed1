package io.github.pushforward.acceptance.adbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The words of a file of ADBench one after another; blanks, ends of lines and colons part them. */
final class Numbers {

    private final StringTokenizer words;

    private Numbers(String text) {
        words = new StringTokenizer(text, " \t\r\n:");
    }

    static Numbers of(String resource) {
        try (InputStream in = Numbers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new Numbers(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasNext() {
        return words.hasMoreTokens();
    }

    String word() {
        return words.nextToken();
    }

    int integer() {
        return Integer.parseInt(word());
    }

    double number() {
        return Double.parseDouble(word());
    }

    double[] array(int length) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = number();
        }
        return array;
    }

    double[][] matrix(int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = array(columns);
        }
        return matrix;
    }

    double[][][] matrices(int count, int rows, int columns) {
        double[][][] matrices = new double[count][][];
        for (int i = 0; i < count; i++) {
            matrices[i] = matrix(rows, columns);
        }
        return matrices;
    }

    int[][] integerRows(int columns) {
        List<int[]> rows = new ArrayList<>();
        while (hasNext()) {
            int[] row = new int[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = integer();
            }
            rows.add(row);
        }
        return rows.toArray(int[][]::new);
    }
}
