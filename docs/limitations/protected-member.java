package demo;

import io.github.pushforward.Differentiable;

class Demo extends other.Parent {
    @Differentiable
    double f(double x) {
        return x * scale;
    }
}

package other;

public class Parent {
    protected double scale = 2;
}
