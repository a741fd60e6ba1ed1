package demo;

import io.github.pushforward.Differentiable;
import java.util.random.RandomGenerator;

final class Demo {
    @Differentiable
    static double f(double x) {
        return x * x;
    }

    @Differentiable
    static double fForward(double x, RandomGenerator random) {
        return x * random.nextDouble();
    }
}
