package golden;

import io.github.pushforward.Differentiable;

final class Force {
    private Force() {}

    @Differentiable
    static double potential(double distance, double mass) {
        return mass / distance;
    }
}
