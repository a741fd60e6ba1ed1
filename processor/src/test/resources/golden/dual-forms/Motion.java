package demo;

import io.github.pushforward.Differentiable;

final class Motion {
    @Differentiable
    static double energy(Force force, double x, double v) {
        for (int i = 0; i < 10; i++) {
            v += 0.1 * force.at(x, v);
            x += 0.1 * v;
        }
        return (x * x + v * v) / 2;
    }
}
