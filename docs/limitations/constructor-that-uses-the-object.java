package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static final class Tank {
        double level;

        Tank(double level) {
            fill(level);
        }

        void fill(double by) {
            level += by;
        }
    }

    @Differentiable
    static double f(double x) {
        return new Tank(x).level;
    }
}
