package io.github.pushforward.benchmarks.reprojection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.DualOf;
import org.junit.jupiter.api.Test;

/** The branch that the benchmark's point does not take: a camera without rotation. */
class UnrotatedCameraTest {
    private static final double[] CAMERA = {0, 0, 0, 0.5, 0.25, -0.75, 500, 320, 240, 0.01, -0.002};
    private static final double[] POINT = {1, 2, 8};
    private static final double[] FEATURE = {350, 330};

    @Test
    void writtenDerivativesAreTheGeneratedOnes() {
        DifferentiableMapping generated = ReprojectionGradient.errorFunction(CAMERA, POINT, 0.9, FEATURE);
        double[] y = new double[2];
        double[][] expected = new double[2][15];
        generated.jacobian(generated.start(), y, expected);

        double[] error = new double[2];
        double[][] jacobian = new double[2][15];
        WrittenJacobian.jacobian(CAMERA, POINT, 0.9, FEATURE, error, jacobian);
        assertThat(error).containsExactly(y, within(1e-10));
        for (int i = 0; i < 2; i++) {
            assertThat(jacobian[i]).containsExactly(expected[i], within(1e-9));
        }

        for (int j = 0; j < 3; j++) {
            double[] axis = new double[11];
            axis[j] = 1;
            DualOf<double[], double[]> along =
                    WrittenTangent.tangent(CAMERA, POINT, 0.9, FEATURE, axis, new double[3], 0);
            assertThat(along.tangent()).containsExactly(new double[] {expected[0][j], expected[1][j]}, within(1e-9));
        }
    }
}
