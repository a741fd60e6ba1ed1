package io.github.pushforward.acceptance.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import io.github.pushforward.acceptance.Differences;
import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A star, two planets and a probe: derivatives of where the probe ends with respect to where everything starts. */
class MissionTest {

    private static final int STEPS = 60;
    private static final double DT = 0.02;

    /** The numbers of a state. */
    private static final int SIZE = 7;

    private final Vec3 target = new Vec3(1.5, 0.4, -0.2);

    private static State[] start(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return new State[] {
            new State(1, near(Vec3.ZERO, random), near(Vec3.ZERO, random)),
            new State(0.1, near(new Vec3(1, 0, 0), random), near(new Vec3(0, 1, 0), random)),
            new State(0.2, near(new Vec3(0, 2, 0), random), near(new Vec3(-0.7, 0, 0.1), random)),
            new State(0.05, near(new Vec3(-1, -1, 0.2), random), near(new Vec3(0.5, -0.6, 0), random))
        };
    }

    private static Vec3 near(Vec3 place, RandomGenerator random) {
        return place.plus(vector(random).times(0.05));
    }

    private static Vec3 vector(RandomGenerator random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    private static double[] flat(Vec3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }

    private static double[] flat(State[] states) {
        return Flat.of((Object[]) Arrays.stream(states)
                .map(state -> Flat.of(state.mass(), flat(state.position()), flat(state.velocity())))
                .toArray(double[][]::new));
    }

    private static double[] flat(Vec3Tangent v) {
        return new double[] {v.x(), v.y(), v.z()};
    }

    private static double[] flat(StateTangent[] states) {
        return Flat.of((Object[]) Arrays.stream(states)
                .map(state -> Flat.of(state.mass(), flat(state.position()), flat(state.velocity())))
                .toArray(double[][]::new));
    }

    private static Vec3 vector(double[] x, int at) {
        return new Vec3(x[at], x[at + 1], x[at + 2]);
    }

    /** The states in the first numbers of {@code x}. */
    private static State[] states(double[] x) {
        State[] states = new State[4];
        for (int i = 0; i < states.length; i++) {
            int at = SIZE * i;
            states[i] = new State(x[at], vector(x, at + 1), vector(x, at + 4));
        }
        return states;
    }

    private double miss(double[] x) {
        int rest = 4 * SIZE;
        return Mission.miss(states(x), x[rest], vector(x, rest + 1), STEPS, DT);
    }

    private static double[] flat(MissionGradient.MissGradient gradient) {
        return Flat.of(flat(gradient.start()), gradient.gravity(), flat(gradient.target()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientOfTheMiss(long seed) {
        State[] start = start(seed);
        MissionGradient.MissGradient gradient = MissionGradient.miss(start, 1, target, STEPS, DT);

        assertThat(gradient.value()).isEqualTo(Mission.miss(start, 1, target, STEPS, DT));
        double[] differences = Differences.gradient(this::miss, Flat.of(flat(start), 1.0, flat(target)));
        Differences.assertClose(flat(gradient), differences, 1e-7);
        Checks.check(MissionGradient.missFunction(start, 1, target, STEPS, DT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTangentOfTheMiss(long seed) {
        State[] start = start(seed);
        double[] gradient = flat(MissionGradient.miss(start, 1, target, STEPS, DT));
        SplittableRandom random = new SplittableRandom(100 + seed);
        StateTangent[] startTangent = new StateTangent[start.length];
        for (int i = 0; i < start.length; i++) {
            startTangent[i] = new StateTangent(random.nextGaussian(), tangent(random), tangent(random));
        }
        double gravityTangent = random.nextGaussian();
        Vec3Tangent targetTangent = tangent(random);

        Dual dual = MissionTangent.miss(start, 1, target, STEPS, DT, startTangent, gravityTangent, targetTangent);

        assertThat(dual.value()).isEqualTo(Mission.miss(start, 1, target, STEPS, DT));
        double[] v = Flat.of(flat(startTangent), gravityTangent, flat(targetTangent));
        double slope = 0;
        for (int i = 0; i < v.length; i++) {
            slope += gradient[i] * v[i];
        }
        assertThat(dual.tangent()).isCloseTo(slope, within(1e-9 * Math.max(1, Math.abs(slope))));
        double[] along = flat(
                MissionGradient.missAlong(start, 1, target, STEPS, DT, startTangent, gravityTangent, targetTangent));
        for (int i = 0; i < v.length; i++) {
            assertThat(along[i]).isEqualTo(dual.tangent() * v[i]);
        }
    }

    private static Vec3Tangent tangent(RandomGenerator random) {
        return new Vec3Tangent(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void forwardGradientsOfTheMiss(long seed) {
        State[] start = start(seed);
        double[] gradient = flat(MissionGradient.miss(start, 1, target, STEPS, DT));

        MissionGradient.MissGradient forward =
                MissionGradient.missForward(start, 1, target, STEPS, DT, new SplittableRandom(seed));

        assertThat(forward.value()).isEqualTo(Mission.miss(start, 1, target, STEPS, DT));
        Differences.assertClose(flat(forward), Checks.forwardGradient(gradient, new SplittableRandom(seed)), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void theGradientOfTheNearestApproach(long seed) {
        State[] start = start(seed);

        MissionGradient.NearestGradient gradient = MissionGradient.nearest(start, 1, 2, STEPS, DT);

        assertThat(gradient.value()).isEqualTo(Mission.nearest(start, 1, 2, STEPS, DT));
        double[] differences = Differences.gradient(
                x -> Mission.nearest(states(x), x[4 * SIZE], 2, STEPS, DT), Flat.of(flat(start), 1.0));
        Differences.assertClose(Flat.of(flat(gradient.start()), gradient.gravity()), differences, 1e-7);
        Checks.check(MissionGradient.nearestFunction(start, 1, 2, STEPS, DT));
    }

    /** Energy is kept, so that its derivatives at the end are those at the start: but for the error of the integrator. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void theGradientOfTheEnergy(long seed) {
        State[] start = start(seed);

        MissionGradient.EnergyGradient gradient = MissionGradient.energy(start, 1, STEPS, DT);

        assertThat(gradient.value()).isEqualTo(Mission.energy(start, 1, STEPS, DT));
        double[] flat = Flat.of(flat(gradient.start()), gradient.gravity());
        double[] differences =
                Differences.gradient(x -> Mission.energy(states(x), x[4 * SIZE], STEPS, DT), Flat.of(flat(start), 1.0));
        Differences.assertClose(flat, differences, 1e-7);
        Checks.check(MissionGradient.energyFunction(start, 1, STEPS, DT));

        MissionGradient.EnergyGradient atStart = MissionGradient.energy(start, 1, 0, DT);
        Differences.assertClose(flat, Flat.of(flat(atStart.start()), atStart.gravity()), 0.02);
    }

    /**
     * The integrator keeps angular momentum, Σ m r × v, but for rounding. So its derivatives are known: those of the start, and
     * none by gravity.
     */
    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void theJacobianOfTheAngularMomentum(long seed) {
        State[] start = start(seed);

        MissionGradient.AngularMomentumJacobian jacobian = MissionGradient.angularMomentum(start, 1, STEPS, DT);

        assertThat(jacobian.value()).isEqualTo(Mission.angularMomentum(start, 1, STEPS, DT));
        for (int row = 0; row < 3; row++) {
            Vec3 axis = vector(new double[] {row == 0 ? 1 : 0, row == 1 ? 1 : 0, row == 2 ? 1 : 0}, 0);
            double[] expected = new double[start.length * SIZE];
            for (int i = 0; i < start.length; i++) {
                State state = start[i];
                double[] byState = Flat.of(
                        axis.dot(state.position().cross(state.velocity())),
                        flat(state.momentum().cross(axis)),
                        flat(axis.cross(state.position()).times(state.mass())));
                System.arraycopy(byState, 0, expected, SIZE * i, SIZE);
            }
            Differences.assertClose(jacobian.start()[row], expected, 1e-9);
            assertThat(jacobian.gravity()[row]).isCloseTo(0, within(1e-12));
        }
        Checks.check(MissionGradient.angularMomentumFunction(start, 1, STEPS, DT));
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void theTangentOfTheAngularMomentum(long seed) {
        State[] start = start(seed);

        DualOf<Vec3, Vec3Tangent> dual =
                MissionTangent.angularMomentum(start, 1, STEPS, DT, StateTangent.zeros(start), 1);

        assertThat(dual.value()).isEqualTo(Mission.angularMomentum(start, 1, STEPS, DT));
        for (double component : flat(dual.tangent())) {
            assertThat(component).isCloseTo(0, within(1e-12));
        }
    }
}
