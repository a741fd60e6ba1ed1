package io.github.pushforward.processor.differentiate;

import io.github.pushforward.Differentiable;
import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;

/** What a library offers that the processor has not seen, for tests: a method, and a rule for another. */
public final class CompiledLibrary {
    private CompiledLibrary() {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }

    public static double cube(double x) {
        return x * x * x;
    }

    @TangentOf(type = CompiledLibrary.class, method = "cube")
    public static Dual cube(double x, double xTangent) {
        return new Dual(x * x * x, 3 * x * x * xTangent);
    }
}
