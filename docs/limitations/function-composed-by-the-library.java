package demo;

import io.github.pushforward.Differentiable;
import java.util.function.Function;

final class Demo {
    @Differentiable
    static double f(double x) {
        Function<double[], double[]> g = y -> new double[] {y[0] * x};
        return g.andThen(g).apply(new double[] {x})[0];
    }
}
