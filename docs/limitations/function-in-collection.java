package demo;

import io.github.pushforward.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        List<DoubleUnaryOperator> all = new ArrayList<>();
        all.add(y -> y * x);
        return all.size() * x;
    }
}
