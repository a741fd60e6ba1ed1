package io.github.pushforward.example.paper;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongFunction;

/**
 * A function of two numbers, and how the paper descends on it.
 *
 * @param function f
 * @param descents makes a descent from the seed of its directions
 * @param steps of a descent
 * @param minimumX of the point where f is 0
 * @param minimumY of the same
 * @param paperEnd the f where the paper's descents end, about
 * @param paperTimes its run time of forward gradients ÷ that of backpropagation
 */
record TestFunction(
        String title,
        DoubleBinaryOperator function,
        LongFunction<FunctionDescent> descents,
        long steps,
        double minimumX,
        double minimumY,
        String paperEnd,
        String paperTimes) {}
