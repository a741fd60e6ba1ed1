package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static final class Page {
        double Layout;
    }
}
