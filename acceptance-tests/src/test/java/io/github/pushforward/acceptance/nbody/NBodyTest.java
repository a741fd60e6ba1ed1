package io.github.pushforward.acceptance.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import org.junit.jupiter.api.Test;

/** Derivatives with respect to what a system of bodies holds in its fields. */
class NBodyTest {

    private static NBody system() {
        return new NBody(
                new State[] {
                    new State(1, new Vec3(0.1, 0, 0), new Vec3(0, -0.1, 0)),
                    new State(0.5, new Vec3(1, 0.2, 0), new Vec3(0.1, 1, -0.3)),
                    new State(0.25, new Vec3(-1, 0.3, 2), new Vec3(0.4, 0.2, 0.1))
                },
                1.5,
                0.1);
    }

    /** The momenta are the derivatives by the velocities, the forces those by the positions, but for their signs. */
    @Test
    void theGradientOfTheEnergy() {
        NBody system = system();

        NBodyGradient.EnergyGradient gradient = NBodyGradient.energy(system);

        assertThat(gradient.value()).isEqualTo(system.energy());
        NBody pushed = system();
        for (Body body : pushed.bodies) {
            body.velocity = Vec3.ZERO;
        }
        pushed.kickAll(1);
        for (int i = 0; i < system.bodies.length; i++) {
            Body body = system.bodies[i];
            BodyTangent derivative = gradient.self().bodies[i];
            assertClose(derivative.velocity, body.velocity.times(body.mass));
            assertClose(derivative.position, pushed.bodies[i].velocity.times(-body.mass));
        }
        Checks.check(NBodyGradient.energyFunction(system));
    }

    @Test
    void theJacobianOfTheAngularMomentum() {
        NBody system = system();

        NBodyGradient.AngularMomentumJacobian jacobian = NBodyGradient.angularMomentum(system);

        assertThat(jacobian.value()).isEqualTo(system.angularMomentum());
        assertThat(jacobian.self()).hasDimensions(3, 3 * 7 + 2);
        Checks.check(NBodyGradient.angularMomentumFunction(system));
    }

    @Test
    void theGradientOfTheKineticEnergyOfAState() {
        State state = new State(2, new Vec3(1, 2, 3), new Vec3(0.5, -1, 0.25));

        StateGradient.KineticEnergyGradient gradient = StateGradient.kineticEnergy(state);

        assertThat(gradient.value()).isEqualTo(state.kineticEnergy());
        assertThat(gradient.self().mass()).isEqualTo(state.kineticEnergy() / 2);
        assertClose(gradient.self().velocity(), state.momentum());
        assertClose(gradient.self().position(), Vec3.ZERO);
    }

    private static void assertClose(Vec3Tangent actual, Vec3 expected) {
        assertThat(actual.x()).isCloseTo(expected.x(), within(1e-12));
        assertThat(actual.y()).isCloseTo(expected.y(), within(1e-12));
        assertThat(actual.z()).isCloseTo(expected.z(), within(1e-12));
    }
}
