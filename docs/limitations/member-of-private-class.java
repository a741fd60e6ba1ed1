package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private static final class Hidden {
        int size() {
            return 2;
        }
    }

    final Hidden hidden = new Hidden();

    @Differentiable
    double f(double x) {
        return x * hidden.size();
    }
}
