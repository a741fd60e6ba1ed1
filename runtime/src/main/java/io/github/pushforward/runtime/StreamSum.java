package io.github.pushforward.runtime;

import java.util.DoubleSummaryStatistics;

/**
 * The sum of a {@code DoubleStream} that has become a loop: to the last bit what {@code DoubleStream.sum()} makes of the same
 * elements, which compensates for rounding in a way of its own. The JDK adds up, so that the bits are those of the JDK
 * that the code runs on. Generated code calls this.
 */
public final class StreamSum {
    private final DoubleSummaryStatistics elements = new DoubleSummaryStatistics();

    /** A sum of nothing. */
    public StreamSum() {}

    /**
     * Adds an element to this sum, and returns it.
     *
     * @param element the next element
     * @return this sum
     */
    public StreamSum plus(double element) {
        elements.accept(element);
        return this;
    }

    /** {@return the sum so far} */
    public double value() {
        return elements.getSum();
    }

    /** {@return the number of elements} */
    public long count() {
        return elements.getCount();
    }
}
