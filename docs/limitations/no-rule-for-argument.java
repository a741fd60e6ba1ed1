package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;

final class Demo {
    @Differentiable(rules = Rules.class)
    static double f(double x) {
        return Lib.times(x, x);
    }
}

final class Lib {
    static double times(double x, double y) {
        return x * y;
    }
}

final class Rules {
    @TangentOf(type = Lib.class, method = "times")
    static Dual times(double x, @Constant double y, double xTangent) {
        return new Dual(Lib.times(x, y), xTangent * y);
    }
}
