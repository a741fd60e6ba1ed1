package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    enum Kind {
        SMALL,
        LARGE
    }
}
