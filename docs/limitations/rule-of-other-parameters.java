package demo;

import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;

final class Rules {
    @TangentOf(type = Lib.class, method = "power")
    static Dual power(double x, long n, double factor, double xTangent, double factorTangent) {
        return new Dual(0, xTangent);
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
