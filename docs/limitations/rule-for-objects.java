package demo;

import io.github.pushforward.TangentOf;

final class Rules {
    @TangentOf(type = Lib.class, method = "object")
    static Object object(double x, double xTangent) {
        return x;
    }
}

final class Lib {
    static double power(double x, int n, double factor) {
        return factor * Math.pow(x, n);
    }

    static Object object(double x) {
        return x;
    }
}
