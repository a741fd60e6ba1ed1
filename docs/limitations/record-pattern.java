// From Java 21 on.
package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    record Box(int content) {}

    @Differentiable
    static double f(double x, Object object) {
        return object instanceof Box(int content) ? x * content : x;
    }
}
