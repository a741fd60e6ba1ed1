package io.github.pushforward.runtime;

/** Takes an estimate of a gradient part after part, so that the whole of it never needs to be in memory. */
@FunctionalInterface
interface GradientPart {

    /** What no part is longer than, unless it is the whole; a multiple of 64, as {@link StandardDirections} wants. */
    int LENGTH = 512;

    /**
     * Takes the components {@code offset} … {@code offset + length − 1}.
     *
     * @param gradient has them as its first {@code length} elements; used again for the next part
     */
    void accept(double[] gradient, int offset, int length);
}
