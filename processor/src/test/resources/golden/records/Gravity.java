package golden;

import io.github.pushforward.Differentiable;

final class Gravity {
    private Gravity() {}

    @Differentiable
    static double potential(Vec3[] stars, Vec3 ship, double mass) {
        double sum = 0;
        for (Vec3 star : stars) {
            Vec3 way = star.minus(ship);
            sum -= mass / Math.sqrt(way.dot(way));
        }
        return sum;
    }

    @Differentiable
    static Vec3 reflect(Vec3 way, double factor) {
        return new Vec3(way.x(), way.y(), -factor * way.z());
    }
}
