package io.github.pushforward.acceptance.adbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.DualOf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distances of points from a posed model of a hand, and their Jacobian, against ADBench's. */
class HandTest {

    private static final int ANGLES = 26;

    private static final HandModel MODEL = HandModel.read();

    @ParameterizedTest
    @ValueSource(strings = {"test", "hand1_t26_c100", "hand2_t26_c192", "hand3_t26_c200"})
    void simpleAgreesWithAdbench(String instance) {
        Input input = Input.read("hand/simple/" + instance, false);
        double[] values = Hand.simple(
                input.theta,
                MODEL.parents(),
                MODEL.relatives(),
                MODEL.inverseAbsolutes(),
                MODEL.vertices(),
                MODEL.weights(),
                input.correspondences,
                input.points);

        double[][] columns = new double[ANGLES][];
        for (int angle = 0; angle < ANGLES; angle++) {
            DualOf<double[], double[]> dual = HandTangent.simple(
                    input.theta,
                    MODEL.parents(),
                    MODEL.relatives(),
                    MODEL.inverseAbsolutes(),
                    MODEL.vertices(),
                    MODEL.weights(),
                    input.correspondences,
                    input.points,
                    unit(angle));
            assertThat(dual.value()).isEqualTo(values);
            columns[angle] = dual.tangent();
        }
        check(Golden.of("hand_simple_" + instance), values, columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "hand1_t26_c100"})
    void theGeneratedJacobianAgreesWithAdbench(String instance) {
        Input input = Input.read("hand/simple/" + instance, false);
        HandGradient.SimpleJacobian jacobian = HandGradient.simple(
                input.theta,
                MODEL.parents(),
                MODEL.relatives(),
                MODEL.inverseAbsolutes(),
                MODEL.vertices(),
                MODEL.weights(),
                input.correspondences,
                input.points);
        double[][] columns = new double[ANGLES][jacobian.value().length];
        for (int angle = 0; angle < ANGLES; angle++) {
            for (int row = 0; row < jacobian.value().length; row++) {
                columns[angle][row] = jacobian.theta()[row][angle];
            }
        }

        check(Golden.of("hand_simple_" + instance), jacobian.value(), columns);
    }

    /**
     * A row depends on the two coordinates u of its own point alone, so ADBench keeps two columns for all of them, before
     * those of theta: a direction that moves them all at once.
     */
    @ParameterizedTest
    @ValueSource(strings = {"test", "hand1_t26_c100", "hand2_t26_c192", "hand3_t26_c200"})
    void complicatedAgreesWithAdbench(String instance) {
        Input input = Input.read("hand/complicated/" + instance, true);
        double[] values = Hand.complicated(
                input.theta,
                input.u,
                MODEL.parents(),
                MODEL.relatives(),
                MODEL.inverseAbsolutes(),
                MODEL.vertices(),
                MODEL.weights(),
                MODEL.triangles(),
                input.correspondences,
                input.points);

        double[][] columns = new double[2 + ANGLES][];
        for (int column = 0; column < columns.length; column++) {
            double[][] uTangent = new double[input.u.length][2];
            if (column < 2) {
                for (double[] row : uTangent) {
                    row[column] = 1;
                }
            }
            DualOf<double[], double[]> dual = HandTangent.complicated(
                    input.theta,
                    input.u,
                    MODEL.parents(),
                    MODEL.relatives(),
                    MODEL.inverseAbsolutes(),
                    MODEL.vertices(),
                    MODEL.weights(),
                    MODEL.triangles(),
                    input.correspondences,
                    input.points,
                    unit(column - 2),
                    uTangent);
            assertThat(dual.value()).isEqualTo(values);
            columns[column] = dual.tangent();
        }
        check(Golden.of("hand_complicated_" + instance), values, columns);
    }

    private static void check(Golden golden, double[] values, double[][] columns) {
        golden.assertAgrees("F", values);
        assertThat(golden.get("shape")).containsExactly(values.length, columns.length);
        golden.assertAgrees("Jcolmajor", Flat.of((Object) columns));
    }

    private static double[] unit(int at) {
        double[] unit = new double[ANGLES];
        if (at >= 0) {
            unit[at] = 1;
        }
        return unit;
    }

    private record Input(double[] theta, double[][] u, int[] correspondences, double[][] points) {

        static Input read(String name, boolean complicated) {
            Numbers in = Numbers.of(name + ".txt");
            int n = in.integer();
            int angles = in.integer();
            int[] correspondences = new int[n];
            double[][] points = new double[n][];
            for (int i = 0; i < n; i++) {
                correspondences[i] = in.integer();
                points[i] = in.array(3);
            }
            double[][] u = in.matrix(complicated ? n : 0, 2);
            return new Input(in.array(angles), u, correspondences, points);
        }
    }
}
