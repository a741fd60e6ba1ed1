package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static class Shape {
        double scale;
    }

    @Differentiable
    static final class Square extends Shape {
        double scale;
    }
}
