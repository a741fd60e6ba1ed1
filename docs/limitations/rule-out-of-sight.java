package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable(rules = other.Rules.class)
    static double f(double x) {
        return x * x;
    }
}

package other;

import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;

public final class Rules {
    @TangentOf(type = Math.class, method = "sin")
    static Dual sin(double x, double xTangent) {
        return new Dual(Math.sin(x), Math.cos(x) * xTangent);
    }
}
