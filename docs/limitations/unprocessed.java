// Compiled before, without Pushforward:
package lib;

import io.github.pushforward.Differentiable;

public final class Lib {
    @Differentiable
    public static double square(double x) {
        return x * x;
    }
}

// Compiled with Pushforward:
package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        return lib.Lib.square(x);
    }
}
