package io.github.pushforward.example.paper;

import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.Dual;
import java.util.SplittableRandom;

/** A descent on a function of two numbers, by either method: the loops do nothing but what their step needs. */
final class FunctionDescent {

    private final TestFunction function;
    private final SplittableRandom random;
    private final double[] v = new double[2];
    private double x;
    private double y;

    /** A descent that has made no step; {@code seed} is of its directions. */
    FunctionDescent(TestFunction function, long seed) {
        this.function = function;
        this.random = new SplittableRandom(seed);
        this.x = function.startX();
        this.y = function.startY();
    }

    /** Makes steps by forward gradients, for each of which two numbers are drawn. */
    void forward(long steps) {
        Directions law = Directions.gaussian();
        TestFunction.Tangent tangent = function.tangent();
        for (long step = 0; step < steps; step++) {
            law.draw(v, random);
            Dual dual = tangent.apply(x, y, v[0], v[1]);
            double length = function.eta() * dual.tangent();
            x -= length * v[0];
            y -= length * v[1];
        }
    }

    /** Makes steps by gradients in reverse. */
    void backprop(long steps) {
        TestFunction.Gradient gradient = function.gradient();
        for (long step = 0; step < steps; step++) {
            gradient.apply(x, y, v);
            x -= function.eta() * v[0];
            y -= function.eta() * v[1];
        }
    }

    /** Runs the function alone that many times: what the others are measured by. */
    double evaluate(long times) {
        double sum = 0;
        for (long time = 0; time < times; time++) {
            sum += function.function().applyAsDouble(x + time * 1e-12, y);
        }
        return sum;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double value() {
        return function.function().applyAsDouble(x, y);
    }
}
