package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    record Tagged<T>(double x, T tag) {}
}
