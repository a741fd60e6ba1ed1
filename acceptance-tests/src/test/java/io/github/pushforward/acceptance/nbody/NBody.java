package io.github.pushforward.acceptance.nbody;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Bodies that attract each other, moved by the leapfrog method, which is symplectic. */
@Differentiable
final class NBody {

    final Body[] bodies;
    final double gravity;
    final double softening;

    NBody(Body[] bodies, double gravity, double softening) {
        this.bodies = bodies;
        this.gravity = gravity;
        this.softening = softening;
    }

    NBody(State[] start, double gravity, double softening) {
        this(bodiesAt(start), gravity, softening);
    }

    private static Body[] bodiesAt(State[] start) {
        Body[] bodies = new Body[start.length];
        for (int i = 0; i < start.length; i++) {
            bodies[i] = new Body(start[i]);
        }
        return bodies;
    }

    /** Moves the bodies, and tells how far the last of them is from a place afterwards. */
    @Differentiable
    double distanceAfter(int steps, @Constant double dt, Vec3 place) {
        run(steps, dt);
        return bodies[bodies.length - 1].position.distanceTo(place);
    }

    void run(int steps, double dt) {
        for (int i = 0; i < steps; i++) {
            step(dt);
        }
    }

    void step(double dt) {
        kickAll(0.5 * dt);
        for (Body body : bodies) {
            body.drift(dt);
        }
        kickAll(0.5 * dt);
    }

    void kickAll(double dt) {
        for (Body body : bodies) {
            body.kick(acceleration(body), dt);
        }
    }

    private Vec3 acceleration(Body body) {
        Vec3 sum = Vec3.ZERO;
        for (Body other : bodies) {
            if (other != body) {
                Vec3 away = other.position.minus(body.position);
                double distance = softened(away);
                sum = sum.plus(away.times(gravity * other.mass / (distance * distance * distance)));
            }
        }
        return sum;
    }

    private double softened(Vec3 distance) {
        return Math.sqrt(distance.dot(distance) + softening * softening);
    }

    Vec3 position(int body) {
        return bodies[body].position;
    }

    @Differentiable
    double energy() {
        double energy = 0;
        for (int i = 0; i < bodies.length; i++) {
            energy += bodies[i].state().kineticEnergy();
            for (int j = 0; j < i; j++) {
                Vec3 away = bodies[i].position.minus(bodies[j].position);
                energy -= gravity * bodies[i].mass * bodies[j].mass / softened(away);
            }
        }
        return energy;
    }

    @Differentiable
    Vec3 angularMomentum() {
        Vec3 sum = Vec3.ZERO;
        for (Body body : bodies) {
            sum = sum.plus(body.state().angularMomentum());
        }
        return sum;
    }
}
