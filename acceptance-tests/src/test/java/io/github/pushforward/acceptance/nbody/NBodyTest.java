package io.github.pushforward.acceptance.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import io.github.pushforward.acceptance.Differences;
import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.Dual;
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

    /** The method moves the bodies of its own system: those that the caller has stay where they are. */
    @Test
    void theGradientOfAMethodThatMovesTheBodies() {
        Vec3 place = new Vec3(0.3, -0.4, 0.5);
        NBody system = system();

        NBodyGradient.DistanceAfterGradient gradient = NBodyGradient.distanceAfter(system, 40, 0.02, place);

        assertThat(flat(system)).isEqualTo(flat(system()));
        assertThat(gradient.value()).isEqualTo(system().distanceAfter(40, 0.02, place));
        double[] differences = Differences.gradient(
                x -> system(x).distanceAfter(40, 0.02, new Vec3(x[23], x[24], x[25])),
                Flat.of(flat(system), place.x(), place.y(), place.z()));
        Differences.assertClose(
                Flat.of(
                        flat(gradient.self()),
                        gradient.place().x(),
                        gradient.place().y(),
                        gradient.place().z()),
                differences,
                1e-7);
        Checks.check(NBodyGradient.distanceAfterFunction(system, 40, 0.02, place));
        Dual dual = NBodyTangent.distanceAfter(
                system, 40, 0.02, place, NBodyTangent.zeros(system), new Vec3Tangent(1, 0, 0));
        assertThat(dual.value()).isEqualTo(gradient.value());
        assertThat(dual.tangent()).isEqualTo(gradient.place().x());
        NBody moved = system();
        moved.run(40, 0.02);
        assertThat(flat(system)).isEqualTo(flat(moved));
    }

    private static double[] flat(NBody system) {
        double[] numbers = {};
        for (Body body : system.bodies) {
            Vec3 p = body.position;
            Vec3 v = body.velocity;
            numbers = Flat.of(numbers, body.mass, p.x(), p.y(), p.z(), v.x(), v.y(), v.z());
        }
        return Flat.of(numbers, system.gravity, system.softening);
    }

    private static double[] flat(NBodyTangent system) {
        double[] numbers = {};
        for (BodyTangent body : system.bodies) {
            Vec3Tangent p = body.position;
            Vec3Tangent v = body.velocity;
            numbers = Flat.of(numbers, body.mass, p.x(), p.y(), p.z(), v.x(), v.y(), v.z());
        }
        return Flat.of(numbers, system.gravity, system.softening);
    }

    private static NBody system(double[] x) {
        Body[] bodies = new Body[3];
        for (int i = 0; i < 3; i++) {
            int at = 7 * i;
            Vec3 position = new Vec3(x[at + 1], x[at + 2], x[at + 3]);
            bodies[i] = new Body(x[at], position, new Vec3(x[at + 4], x[at + 5], x[at + 6]));
        }
        return new NBody(bodies, x[21], x[22]);
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
