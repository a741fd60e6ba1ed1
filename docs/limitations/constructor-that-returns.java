package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static final class Tank {
        double level;

        Tank(double level) {
            if (level < 0) {
                return;
            }
            this.level = level;
        }
    }

    @Differentiable
    static double f(double x) {
        return new Tank(x).level;
    }
}
