package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Spring {
    @Differentiable
    static double energy(double stiffness, double drag) {
        Force spring = drag > 0 ? (x, v) -> -stiffness * x - drag * v : (x, v) -> -stiffness * x;
        DoubleUnaryOperator start = t -> Math.sin(t) * stiffness;
        return Motion.energy(spring, 1, start.applyAsDouble(2));
    }
}
