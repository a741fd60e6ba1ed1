package io.github.pushforward.example.model;

/**
 * The sizes of a {@link ConvolutionalNetwork}. Two poolings halve the sides of an image, so that they must be divisible by 4.
 *
 * @param side the rows of pixels in an image, and the pixels in a row
 * @param channels of each convolution
 * @param hidden units of the dense layer before the last
 * @param classes to tell apart
 */
public record ConvolutionalShape(int side, int channels, int hidden, int classes) {

    /** That of the paper, for the images of MNIST. */
    public static final ConvolutionalShape PAPER = new ConvolutionalShape(28, 64, 1024, 10);

    /** What the side of an image must be a multiple of. */
    public static final int SIDE_UNIT = 4;

    static final int CONVOLUTIONS = 4;
    static final int TAPS = 9;

    public ConvolutionalShape {
        if (side < SIDE_UNIT || side % SIDE_UNIT != 0) {
            throw new IllegalArgumentException(
                    "the side of an image must be a multiple of " + SIDE_UNIT + ", and is " + side);
        }
        requirePositive(channels, "channels");
        requirePositive(hidden, "hidden units");
        requirePositive(classes, "classes");
    }

    /**
     * The shape for images of that many pixels.
     *
     * @throws IllegalArgumentException where they make no square of a side divisible by 4
     */
    public static ConvolutionalShape ofPixels(int pixels, int channels, int hidden, int classes) {
        int side = ConvolutionalNetwork.side(pixels);
        if (side * side != pixels) {
            throw new IllegalArgumentException("an image must be a square, and has " + pixels + " pixels");
        }
        return new ConvolutionalShape(side, channels, hidden, classes);
    }

    public int pixels() {
        return side * side;
    }

    /** How many products of a weight and an activation each layer takes for an image, those with the padding included. */
    public long[] products() {
        long[] products = new long[CONVOLUTIONS + 2];
        for (int convolution = 0; convolution < CONVOLUTIONS; convolution++) {
            long pixels = convolution < 2 ? pixels() : pixels() / 4;
            products[convolution] = pixels * TAPS * inputChannels(convolution) * channels;
        }
        products[CONVOLUTIONS] = (long) features() * hidden;
        products[CONVOLUTIONS + 1] = (long) hidden * classes;
        return products;
    }

    /** What one convolution has for inputs. */
    int inputChannels(int convolution) {
        return convolution == 0 ? 1 : channels;
    }

    /** The outputs of the last pooling. */
    int features() {
        return channels * (side / 4) * (side / 4);
    }

    private static void requirePositive(int number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException("there are " + number + " " + what);
        }
    }
}
