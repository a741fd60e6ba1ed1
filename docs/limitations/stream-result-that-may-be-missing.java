package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

final class Demo {
    @Differentiable
    static double f(double[] x, double a) {
        java.util.OptionalDouble max = Arrays.stream(x).map(v -> a * v).max();
        return max.getAsDouble();
    }
}
