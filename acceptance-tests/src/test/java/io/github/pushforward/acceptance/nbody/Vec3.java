package io.github.pushforward.acceptance.nbody;

import io.github.pushforward.Differentiable;

/** A vector in space. */
@Differentiable
record Vec3(double x, double y, double z) {

    static final Vec3 ZERO = new Vec3(0, 0, 0);

    Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    Vec3 times(double factor) {
        return new Vec3(factor * x, factor * y, factor * z);
    }

    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec3 cross(Vec3 other) {
        return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double norm() {
        return Math.sqrt(dot(this));
    }

    double distanceTo(Vec3 other) {
        return minus(other).norm();
    }
}
