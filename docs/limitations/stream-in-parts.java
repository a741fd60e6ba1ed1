package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;
import java.util.stream.DoubleStream;

final class Demo {
    @Differentiable
    static double f(double[] x, double a) {
        DoubleStream scaled = Arrays.stream(x).map(v -> a * v);
        return scaled.sum();
    }
}
