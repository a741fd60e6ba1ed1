package io.github.pushforward.acceptance.nbody;

import io.github.pushforward.Differentiable;

/** What a body is at one moment: a point mass, where it is and where it goes. */
@Differentiable
record State(double mass, Vec3 position, Vec3 velocity) {

    State {
        if (!(mass > 0)) {
            throw new IllegalArgumentException("a mass must be positive, but is " + mass);
        }
    }

    @Differentiable
    double kineticEnergy() {
        return 0.5 * mass * velocity.dot(velocity);
    }

    Vec3 momentum() {
        return velocity.times(mass);
    }

    Vec3 angularMomentum() {
        return position.cross(momentum());
    }
}
