package io.github.pushforward.example.data;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The UCI handwritten digits, which the application carries in its resources. */
public final class Digits {

    public static final String SOURCE = "E. Alpaydin, C. Kaynak, \"Optical Recognition of Handwritten Digits\","
            + " UCI Machine Learning Repository, 1998, doi 10.24432/C50P49, CC BY 4.0";

    /** 8 × 8, row by row. */
    public static final int PIXELS = 64;

    public static final int CLASSES = 10;

    private static final int DARKEST = 16;
    private static final String RESOURCE = "digits.csv.gz";

    private Digits() {}

    /** All 1,797 images in the order of the file, their pixels from 0 to 16. */
    public static LabeledImages read() {
        try (InputStream resource = Digits.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new FileNotFoundException("the resource is missing from the application");
            }
            return parse(new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
    }

    /** Parses lines of 64 pixels and a label. */
    public static LabeledImages parse(BufferedReader lines) throws IOException {
        List<double[]> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", -1);
            int number = images.size() + 1;
            if (fields.length != PIXELS + 1) {
                throw new IOException(
                        "line " + number + " has " + fields.length + " fields, not " + PIXELS + " pixels and a label");
            }
            double[] image = new double[PIXELS];
            for (int p = 0; p < PIXELS; p++) {
                image[p] = integer(fields[p], DARKEST, number);
            }
            images.add(image);
            labels.add(integer(fields[PIXELS], CLASSES - 1, number));
        }
        return new LabeledImages(
                images.toArray(new double[0][]),
                labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int integer(String field, int max, int line) throws IOException {
        try {
            int value = Integer.parseInt(field);
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number out of range is.
        }
        throw new IOException("line " + line + ": '" + field + "' is not an integer from 0 to " + max);
    }
}
