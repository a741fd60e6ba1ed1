package demo;

import io.github.pushforward.Differentiable;
import java.util.List;

final class Demo {
    @Differentiable
    static double f(double x) {
        double sum = 0;
        for (double element : List.of(x, 2 * x)) {
            sum += element;
        }
        return sum;
    }
}
