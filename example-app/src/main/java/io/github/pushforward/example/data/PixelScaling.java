package io.github.pushforward.example.data;

/**
 * Moves every pixel to mean 0, and scales all of them by one factor to a mean square of 1.
 *
 * <p>A descent along Gaussian directions is stable for learning rates up to 2 ÷ (tr H + 2 λ_max), H the Hessian. An
 * offset that all images share adds to λ_max and to the trace, and tells no image from another: without it the steps may
 * be larger. One factor for all pixels keeps those at the edge, which hardly vary, from being blown up to noise.
 */
public final class PixelScaling {

    private final double[] mean;
    private final double factor;

    private PixelScaling(double[] mean, double factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** The scaling that these images call for. */
    public static PixelScaling of(double[][] images) {
        int pixels = images[0].length;
        double[] mean = new double[pixels];
        for (double[] image : images) {
            for (int p = 0; p < pixels; p++) {
                mean[p] += image[p] / images.length;
            }
        }
        double squares = 0.0;
        for (double[] image : images) {
            for (int p = 0; p < pixels; p++) {
                squares += (image[p] - mean[p]) * (image[p] - mean[p]);
            }
        }
        double deviation = Math.sqrt(squares / (images.length * pixels));
        return new PixelScaling(mean, deviation > 0.0 ? 1.0 / deviation : 1.0);
    }

    /** Scaled copies of the images. */
    public LabeledImages apply(LabeledImages samples) {
        double[][] scaled = new double[samples.size()][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = apply(samples.images()[i]);
        }
        return new LabeledImages(scaled, samples.labels());
    }

    private double[] apply(double[] image) {
        double[] scaled = new double[image.length];
        for (int p = 0; p < image.length; p++) {
            scaled[p] = (image[p] - mean[p]) * factor;
        }
        return scaled;
    }
}
