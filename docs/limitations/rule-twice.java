package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;

final class Rules {
    @TangentOf(type = Lib.class, method = "power")
    static Dual one(double x, int n, @Constant double factor, double xTangent) {
        return new Dual(0, xTangent);
    }

    @TangentOf(type = Lib.class, method = "power")
    static Dual two(double x, int n, @Constant double factor, double xTangent) {
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
