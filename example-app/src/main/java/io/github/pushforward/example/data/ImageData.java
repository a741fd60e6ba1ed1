package io.github.pushforward.example.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Images to train on, to choose by (validation) and to test with, their pixels scaled by what those to train on tell.
 *
 * @param name what they are, in a few words
 * @param side how many pixels the square images are wide and high
 * @param classes how many classes there are
 */
public record ImageData(
        String name, int side, int classes, LabeledImages train, LabeledImages validation, LabeledImages test) {

    private static final double HELD_OUT = 0.2;
    private static final int VALIDATION_IMAGES = 10_000;

    /**
     * The digits that the application carries: a fifth to test with, a fifth to choose by.
     *
     * @param seed of the split
     */
    public static ImageData digits(long seed) {
        LabeledImages all = Digits.read();
        int[] order = Permutation.identity(all.size());
        Permutation.shuffle(order, new SplittableRandom(seed));
        int heldOut = (int) Math.round(HELD_OUT * all.size());
        return scaled(
                "UCI digits, 8×8",
                8,
                Digits.CLASSES,
                all.select(Arrays.copyOfRange(order, 2 * heldOut, order.length)),
                all.select(Arrays.copyOfRange(order, heldOut, 2 * heldOut)),
                all.select(Arrays.copyOf(order, heldOut)));
    }

    /**
     * The four files of MNIST or of one of its successors, compressed or not. Of those to train on, 10,000 (of fewer than 20,000 a fifth) are kept to choose by.
     *
     * @param seed of the split
     * @throws IOException if a file is missing, is not what its name says, or does not belong to the other
     */
    public static ImageData idx(Path directory, long seed) throws IOException {
        LabeledImages all = images(directory, "train");
        LabeledImages test = images(directory, "t10k");
        int pixels = all.images()[0].length;
        if (test.images()[0].length != pixels) {
            throw new IOException("the images to train on in " + directory + " have " + pixels
                    + " pixels, those to test with " + test.images()[0].length);
        }
        int classes = 1 + largest(all);
        if (largest(test) >= classes) {
            throw new IOException("the images to test with in " + directory + " have the label " + largest(test)
                    + ", and those to train on none beyond " + largest(all));
        }
        int[] order = Permutation.identity(all.size());
        Permutation.shuffle(order, new SplittableRandom(seed));
        int validation =
                all.size() < 2 * VALIDATION_IMAGES ? (int) Math.round(HELD_OUT * all.size()) : VALIDATION_IMAGES;
        Path name = directory.toAbsolutePath().normalize().getFileName();
        int side = (int) Math.round(Math.sqrt(pixels));
        return scaled(
                (name == null ? "images" : name) + ", " + side + "×" + side,
                side,
                classes,
                all.select(Arrays.copyOfRange(order, validation, order.length)),
                all.select(Arrays.copyOf(order, validation)),
                test);
    }

    private static int largest(LabeledImages images) {
        return Arrays.stream(images.labels()).max().orElseThrow();
    }

    private static ImageData scaled(
            String name, int side, int classes, LabeledImages train, LabeledImages validation, LabeledImages test) {
        PixelScaling scaling = PixelScaling.of(train.images());
        return new ImageData(name, side, classes, scaling.apply(train), scaling.apply(validation), scaling.apply(test));
    }

    private static LabeledImages images(Path directory, String part) throws IOException {
        IdxFile images = IdxFile.read(directory, part + "-images-idx3-ubyte", 3);
        IdxFile labels = IdxFile.read(directory, part + "-labels-idx1-ubyte", 1);
        int[] shape = images.shape();
        if (shape[0] != labels.shape()[0]) {
            throw new IOException(
                    part + " of " + directory + " has " + shape[0] + " images, but " + labels.shape()[0] + " labels");
        }
        if (shape[1] != shape[2]) {
            throw new IOException(part + " of " + directory + " has images of " + shape[1] + "×" + shape[2]
                    + " pixels: they must be square");
        }
        int pixels = shape[1] * shape[2];
        double[][] rows = new double[shape[0]][pixels];
        int[] classes = new int[shape[0]];
        for (int i = 0; i < rows.length; i++) {
            classes[i] = Byte.toUnsignedInt(labels.bytes()[i]);
            for (int p = 0; p < pixels; p++) {
                rows[i][p] = Byte.toUnsignedInt(images.bytes()[i * pixels + p]);
            }
        }
        return new LabeledImages(rows, classes);
    }

    /** How many pixels an image has. */
    public int pixels() {
        return side * side;
    }
}
