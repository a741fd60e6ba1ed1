package io.github.pushforward.acceptance.nbody;

import io.github.pushforward.Differentiable;

/** A point mass that moves. */
@Differentiable
final class Body {

    final double mass;
    Vec3 position;
    Vec3 velocity;

    Body(double mass, Vec3 position, Vec3 velocity) {
        this.mass = mass;
        this.position = position;
        this.velocity = velocity;
    }

    Body(State start) {
        this(start.mass(), start.position(), start.velocity());
    }

    void kick(Vec3 acceleration, double dt) {
        velocity = velocity.plus(acceleration.times(dt));
    }

    void drift(double dt) {
        position = position.plus(velocity.times(dt));
    }

    State state() {
        return new State(mass, position, velocity);
    }
}
