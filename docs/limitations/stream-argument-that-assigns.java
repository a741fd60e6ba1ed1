package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

final class Demo {
    @Differentiable
    static double f(double[] x, double a) {
        int n = 1;
        return Arrays.stream(x).limit(n++).map(v -> a * v).sum();
    }
}
