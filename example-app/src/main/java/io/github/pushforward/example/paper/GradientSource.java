package io.github.pushforward.example.paper;

/** A loss with a gradient or an estimate of it. */
@FunctionalInterface
interface GradientSource {

    /**
     * @param x the parameters
     * @param gradient receives the gradient, or the estimate
     * @return the loss
     */
    double gradient(double[] x, double[] gradient);
}
