package io.github.pushforward.acceptance.nbody;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** A probe, the last of the bodies, on its way to a target. */
final class Mission {

    private Mission() {}

    /** How far from the target the probe is at the end, squared. */
    @Differentiable
    static double miss(State[] start, double gravity, Vec3 target, int steps, @Constant double dt) {
        NBody system = new NBody(start, gravity, 0.01);
        system.run(steps, dt);
        Vec3 away = system.position(start.length - 1).minus(target);
        return away.dot(away);
    }

    /** The energy at the end, which the integrator nearly keeps. */
    @Differentiable
    static double energy(State[] start, double gravity, int steps, @Constant double dt) {
        NBody system = new NBody(start, gravity, 0.01);
        system.run(steps, dt);
        return system.energy();
    }

    /** The angular momentum at the end, which the integrator keeps but for rounding. */
    @Differentiable
    static Vec3 angularMomentum(State[] start, double gravity, int steps, @Constant double dt) {
        NBody system = new NBody(start, gravity, 0.01);
        system.run(steps, dt);
        return system.angularMomentum();
    }

    /** How near the probe comes to another body on its way. */
    @Differentiable
    static double nearest(State[] start, double gravity, int other, int steps, @Constant double dt) {
        NBody system = new NBody(start, gravity, 0.01);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            system.step(dt);
            nearest = Math.min(nearest, system.position(start.length - 1).distanceTo(system.position(other)));
        }
        return nearest;
    }
}
