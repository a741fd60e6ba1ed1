package io.github.pushforward.example.paper;

import java.util.SplittableRandom;

/**
 * A descent on a function of two numbers, by either method. The loops are those of its subclasses, one for each function: HotSpot compiles
 * a loop that is shared for all that have run through it, and what is measured would depend on what came before.
 */
abstract class FunctionDescent {

    /** Times a value, what does not move a point. */
    static final double NEGLIGIBLE = 1e-20;

    final double eta;
    final SplittableRandom random;
    final double[] v = new double[2];
    double x;
    double y;

    /** @param seed of the directions */
    FunctionDescent(double startX, double startY, double eta, long seed) {
        this.eta = eta;
        this.random = new SplittableRandom(seed);
        this.x = startX;
        this.y = startY;
    }

    /** Makes steps by forward gradients, for each of which two numbers are drawn. */
    abstract void forward(long steps);

    /** Makes steps by gradients in reverse. */
    abstract void backprop(long steps);

    /**
     * Runs the function alone that many times, what the others are measured by: each time at a point that depends on the value before, as
     * steps do, or the processor would run several at once.
     */
    abstract double evaluate(long times);

    /** The function at the point that the descent has come to. */
    abstract double value();

    final double x() {
        return x;
    }

    final double y() {
        return y;
    }
}
