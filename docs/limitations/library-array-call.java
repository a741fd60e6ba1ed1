package demo;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

final class Demo {
    @Differentiable
    static double f(double[] x) {
        Arrays.parallelSort(x);
        return x[0];
    }
}
