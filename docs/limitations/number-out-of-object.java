package demo;

import io.github.pushforward.Differentiable;
import java.util.ArrayList;
import java.util.List;

final class Demo {
    @Differentiable
    static double f(double x) {
        List<Double> list = new ArrayList<>();
        list.add(x);
        return list.get(0);
    }
}
