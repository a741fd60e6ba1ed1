package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;

final class Softmax {
    @Differentiable
    static double[] softmax(double[] x) {
        double max = Arrays.stream(x).max().getAsDouble();
        double[] exp = Arrays.stream(x).map(v -> Math.exp(v - max)).toArray();
        double total = Arrays.stream(exp).sum();
        return Arrays.stream(exp).map(v -> v / total).toArray();
    }

    @Differentiable
    static double penalty(double[][] a, double[] x, @Constant double threshold, int most) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> IntStream.range(0, x.length).mapToDouble(j -> a[i][j] * x[j]).sum())
                .filter(y -> y > threshold)
                .limit(most)
                .map(y -> y * y)
                .average()
                .orElse(0);
    }
}
