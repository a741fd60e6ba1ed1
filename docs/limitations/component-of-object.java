// From Java 21 on.
package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    record Box(double content) {}

    @Differentiable
    static double f(double x) {
        Object box = new Box(x);
        return switch (box) {
            case Box(double content) -> content;
            default -> x;
        };
    }
}
