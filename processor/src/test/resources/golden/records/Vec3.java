package golden;

import io.github.pushforward.Differentiable;

@Differentiable
record Vec3(double x, double y, double z) {

    Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }
}
