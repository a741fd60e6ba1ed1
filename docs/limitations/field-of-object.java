package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static final class Box {
        final double content;

        Box(double content) {
            this.content = content;
        }
    }

    @Differentiable
    static double f(double x) {
        return new Box(x).content;
    }
}
