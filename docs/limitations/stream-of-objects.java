package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

final class Demo {
    @Differentiable
    static double f(double[] x, double a) {
        return Arrays.stream(x).boxed().mapToDouble(v -> a * v).sum();
    }
}
