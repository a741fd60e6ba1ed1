package golden;

import io.github.pushforward.Differentiable;

final class Orbit {
    private Orbit() {}

    @Differentiable
    static double energy(double x, double y, double speed) {
        return 0.5 * speed * speed - Force.potential(Math.hypot(x, y), 1);
    }

    @Differentiable
    static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }
}
