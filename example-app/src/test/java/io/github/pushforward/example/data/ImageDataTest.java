package io.github.pushforward.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDataTest {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    private Path directory;

    /** The IDX format, written by its description. */
    private static byte[] idx(int type, int[] shape, int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.write(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int dimension : shape) {
            data.writeInt(dimension);
        }
        for (int number : numbers) {
            data.writeByte(number);
        }
        return bytes.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }

    private void compress(String name, byte[] bytes) throws IOException {
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name + ".gz")))) {
            stream.write(bytes);
        }
    }

    /** Ten images of 2×2 pixels to train on, two to test with; pixel p of image i is 10 i + p, beyond 127 too. */
    private void writeAll() throws IOException {
        int[] pixels = new int[40];
        Arrays.setAll(pixels, k -> 20 * (k / 4) + k % 4);
        write(TRAIN_IMAGES, idx(8, new int[] {10, 2, 2}, pixels));
        compress(TRAIN_LABELS, idx(8, new int[] {10}, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0));
        compress(TEST_IMAGES, idx(8, new int[] {2, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 255));
        write(TEST_LABELS, idx(8, new int[] {2}, 2, 1));
    }

    @Test
    void readsPlainAndCompressedFiles() throws IOException {
        writeAll();
        ImageData data = ImageData.idx(directory, 1);
        assertThat(data.side()).isEqualTo(2);
        assertThat(data.pixels()).isEqualTo(4);
        assertThat(data.classes()).isEqualTo(3);
        assertThat(data.train().size()).isEqualTo(8);
        assertThat(data.validation().size()).isEqualTo(2);
        assertThat(data.test().labels()).containsExactly(2, 1);
        assertThat(data.name()).startsWith(directory.getFileName().toString()).endsWith(", 2×2");
    }

    @Test
    void pixelsAreScaledByWhatIsTrainedOnAlone() throws IOException {
        writeAll();
        ImageData data = ImageData.idx(directory, 1);
        double squares = 0;
        for (int p = 0; p < 4; p++) {
            double sum = 0;
            for (double[] image : data.train().images()) {
                sum += image[p];
                squares += image[p] * image[p];
            }
            assertThat(sum).isCloseTo(0, within(1e-12));
        }
        assertThat(squares / 32).isCloseTo(1, within(1e-12));
        double[][] test = data.test().images();
        // One factor for all pixels: 255 − 4 in units of 5 − 1.
        assertThat((test[1][3] - test[0][3]) / (test[1][0] - test[0][0])).isCloseTo(251.0 / 4, within(1e-9));
    }

    @Test
    void theSameSeedGivesTheSameSplit() throws IOException {
        writeAll();
        assertThat(ImageData.idx(directory, 7).train().labels())
                .isEqualTo(ImageData.idx(directory, 7).train().labels());
    }

    @Test
    void digitsAreSplitInThree() {
        ImageData data = ImageData.digits(3);
        assertThat(data.train().size()).isEqualTo(1079);
        assertThat(data.validation().size()).isEqualTo(359);
        assertThat(data.test().size()).isEqualTo(359);
        assertThat(data.side()).isEqualTo(8);
    }

    private void assertFails(String message) {
        assertThatIOException()
                .isThrownBy(() -> ImageData.idx(directory, 1))
                .withMessageContaining(message)
                .withMessageContaining(directory.toString());
    }

    @Test
    void aMissingFileIsNamed() {
        assertFails("there is no " + TRAIN_IMAGES + " and no " + TRAIN_IMAGES + ".gz");
    }

    @Test
    void anotherFormatIsToldByItsFirstBytes() throws IOException {
        writeAll();
        write(TRAIN_IMAGES, idx(13, new int[] {10, 2, 2}));
        assertFails("begins with 00000d03, not with 00000803");
    }

    @Test
    void aFileThatEndsTooEarlyIsTold() throws IOException {
        writeAll();
        write(TRAIN_IMAGES, idx(8, new int[] {10, 2, 2}, 1, 2, 3));
        assertFails("ends too early");
    }

    @Test
    void aFileThatGoesOnIsTold() throws IOException {
        writeAll();
        write(TEST_LABELS, idx(8, new int[] {2}, 2, 1, 0));
        assertFails("goes on after the 2 bytes");
    }

    @Test
    void aShapeThatCannotBeIsTold() throws IOException {
        writeAll();
        write(TRAIN_IMAGES, idx(8, new int[] {1 << 20, 1 << 12, 1 << 12}));
        assertFails("which is none to read");
    }

    @Test
    void imagesWithoutLabelsAreTold() throws IOException {
        writeAll();
        write(TEST_LABELS, idx(8, new int[] {3}, 2, 1, 0));
        assertFails("has 2 images, but 3 labels");
    }

    @Test
    void imagesMustBeSquare() throws IOException {
        writeAll();
        compress(TEST_IMAGES, idx(8, new int[] {2, 1, 4}, 1, 2, 3, 4, 5, 6, 7, 8));
        assertFails("must be square");
    }

    @Test
    void imagesToTestWithMustBeAsLarge() throws IOException {
        writeAll();
        compress(TEST_IMAGES, idx(8, new int[] {2, 1, 1}, 1, 2));
        assertFails("have 4 pixels, those to test with 1");
    }

    @Test
    void whatIsNotCompressedIsTold() throws IOException {
        writeAll();
        write(TEST_IMAGES + ".gz", idx(8, new int[] {2, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 8));
        assertFails("is not compressed by gzip");
    }

    @Test
    void anEmptyCompressedFileIsTold() throws IOException {
        writeAll();
        write(TEST_IMAGES + ".gz", new byte[0]);
        assertFails("ends too early");
    }

    @Test
    void labelsToTestWithMustBeTrainedOn() throws IOException {
        writeAll();
        write(TEST_LABELS, idx(8, new int[] {2}, 2, 3));
        assertFails("have the label 3, and those to train on none beyond 2");
    }
}
