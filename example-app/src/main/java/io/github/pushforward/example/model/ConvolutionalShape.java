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

    static final int CONVOLUTIONS = 4;
    static final int TAPS = 9;

    public ConvolutionalShape {
        if (side < 4 || side % 4 != 0) {
            throw new IllegalArgumentException("the side of an image must be a multiple of 4, and is " + side);
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
