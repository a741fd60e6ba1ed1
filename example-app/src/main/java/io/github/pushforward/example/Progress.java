package io.github.pushforward.example;

/** Watches a training. */
@FunctionalInterface
interface Progress {

    /** Told of each measurement, about a hundred times in a training. */
    void reached(LossCurve.Point point);
}
