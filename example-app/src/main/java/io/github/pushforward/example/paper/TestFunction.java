package io.github.pushforward.example.paper;

import io.github.pushforward.runtime.Dual;
import java.util.function.DoubleBinaryOperator;

/**
 * A function of two numbers, and how the paper descends on it.
 *
 * @param function f
 * @param tangent f and its derivative along a direction, generated
 * @param gradient f and its gradient, written by hand in reverse
 * @param startX of the point that the descents begin at
 * @param startY of the same
 * @param eta the learning rate
 * @param steps of a descent
 * @param minimumX of the point where f is 0
 * @param minimumY of the same
 * @param paperEnd the f where the paper's descents end, about
 * @param paperTimes its run time of forward gradients ÷ that of backpropagation
 */
record TestFunction(
        String name,
        String title,
        DoubleBinaryOperator function,
        Tangent tangent,
        Gradient gradient,
        double startX,
        double startY,
        double eta,
        long steps,
        double minimumX,
        double minimumY,
        String paperEnd,
        String paperTimes) {

    /** As a generated tangent method takes it. */
    @FunctionalInterface
    interface Tangent {
        Dual apply(double x, double y, double xTangent, double yTangent);
    }

    /** A gradient into an array of two. */
    @FunctionalInterface
    interface Gradient {
        double apply(double x, double y, double[] gradient);
    }
}
