package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

final class Demo {
    private static int size() throws IllegalStateException {
        return 3;
    }

    @Differentiable
    static double f(double[] x, double a) {
        return Arrays.stream(x).limit(size()).map(v -> a * v).sum();
    }
}
