package io.github.pushforward.runtime;

/** A direction that hands out its components part after part, in order. */
interface DirectionParts {

    /**
     * Adds the next components, times a factor, to the first elements of an array.
     *
     * @param factor what the components are multiplied by
     * @param sum what they are added to
     * @param offset the number of components that have been handed out
     * @param length how many come next
     */
    void addNext(double factor, double[] sum, int offset, int length);
}
