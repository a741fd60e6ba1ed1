package demo;

import io.github.pushforward.Differentiable;

final class Growth {
    private Growth() {}

    /** Takes a type that Immutables generates, and makes another: neither exists when the method is first read. */
    @Differentiable
    static double after(double start, double rest, ImmutableSettings settings) {
        ImmutableSettings fewer = settings.withSteps(settings.steps() - 1);
        double size = start;
        for (int i = 0; i <= fewer.steps(); i++) {
            size += settings.rate() * size + rest;
        }
        return size;
    }
}
