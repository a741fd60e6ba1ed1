package io.github.pushforward.benchmarks.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The objective is ADBench's: its published errors, and its Jacobian at central differences. */
class HandPoseTest {
    private final HandData data = HandData.read();

    /** The first numbers of F that ADBench publishes for {@code hand1_t26_c100} (its forms are held against each other in KernelsTest). */
    @Test
    void errorsOfAdbench() {
        double[] published = {0.19224339453588057, 0.082471915931897219, -0.23651946654753214, 0.0012996827215114859};
        double[] errors = errors(data.theta());
        assertThat(errors).hasSize(300);
        assertThat(Arrays.copyOf(errors, published.length)).containsExactly(published, within(1e-12));
    }

    @Test
    void writtenJacobianAtCentralDifferences() {
        double[] theta = data.theta().clone();
        double[][] jacobian = new double[300][theta.length];
        assertThat(WrittenJacobian.errors(data, theta, jacobian)).containsExactly(errors(theta), within(1e-13));
        double step = 1e-6;
        for (int j = 0; j < theta.length; j++) {
            double middle = theta[j];
            theta[j] = middle + step;
            double[] above = errors(theta);
            theta[j] = middle - step;
            double[] below = errors(theta);
            theta[j] = middle;
            for (int i = 0; i < above.length; i++) {
                assertThat(jacobian[i][j]).isCloseTo((above[i] - below[i]) / (2 * step), within(1e-8));
            }
        }
    }

    private double[] errors(double[] theta) {
        return HandPose.errors(
                theta,
                data.parents(),
                data.relatives(),
                data.inverseAbsolutes(),
                data.vertices(),
                data.weights(),
                data.correspondences(),
                data.points());
    }
}
