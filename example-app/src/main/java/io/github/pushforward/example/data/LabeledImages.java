package io.github.pushforward.example.data;

/**
 * Images and what they show.
 *
 * @param images one row of pixels for each image
 * @param labels the class of each image, from 0
 */
public record LabeledImages(double[][] images, int[] labels) {

    public LabeledImages {
        if (images.length != labels.length) {
            throw new IllegalArgumentException(images.length + " images, but " + labels.length + " labels");
        }
    }

    public int size() {
        return labels.length;
    }

    /** The images at some indices, in that order; the rows of pixels are shared, not copied. */
    public LabeledImages select(int[] indices) {
        double[][] selectedImages = new double[indices.length][];
        int[] selectedLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selectedImages[i] = images[indices[i]];
            selectedLabels[i] = labels[indices[i]];
        }
        return new LabeledImages(selectedImages, selectedLabels);
    }
}
