package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.JacobianCheck.Report;
import org.junit.jupiter.api.Test;

class JacobianCheckTest {
    private static final double[] POINT = {3, 1};

    @Test
    void aRightJacobianPasses() {
        PolarMapping mapping = new PolarMapping(2, 0.5);
        Report report = JacobianCheck.of(mapping).at(POINT);

        assertThat(report.passed(1e-9)).as(report.toString()).isTrue();
        assertThat(report.outputs()).isEqualTo(3);
        assertThat(report.inputs()).isEqualTo(2);
        assertThat(report.maxRelativeError()).isPositive();
        assertThat(POINT).containsExactly(3, 1);
    }

    /** Not one set of differences for each output: all share their runs. */
    @Test
    void outputsShareTheirRuns() {
        PolarMapping mapping = new PolarMapping(2, 0.5);
        JacobianCheck.of(mapping).at(POINT);
        assertThat(mapping.primals).isLessThan(30);
        assertThat(mapping.passes).isEqualTo(3);
    }

    @Test
    void aSmallMistakeInOneEntryIsFoundAndNamed() {
        PolarMapping mapping = new PolarMapping(2, 0.5) {
            @Override
            protected void tangents(double[] yTangent) {
                super.tangents(yTangent);
                yTangent[1] *= 1 + 1e-4;
            }
        };
        Report report = JacobianCheck.of(mapping).at(POINT);

        assertThat(report.passed(1e-6)).isFalse();
        assertThat(report.worstOutput()).isEqualTo(1);
        double[][] right = PolarMapping.jacobian(3, 1);
        assertThat(report.difference()).isEqualTo(right[1][report.worstInput()], within(1e-9));
        assertThat(report.exact()).isEqualTo(right[1][report.worstInput()] * (1 + 1e-4));
        assertThat(report.toString())
                .contains("output 1 by input " + report.worstInput())
                .contains("exact " + report.exact())
                .contains("difference " + report.difference());
    }

    @Test
    void aZeroThatIsMissedIsFound() {
        PolarMapping mapping = new PolarMapping(2, 0.5) {
            @Override
            protected void direct(double[] direction) {
                super.direct(new double[] {direction[0], 0});
            }
        };
        Report report = JacobianCheck.of(mapping).at(POINT);
        assertThat(report.worstInput()).isEqualTo(1);
        assertThat(report.maxRelativeError()).isEqualTo(1);
    }

    @Test
    void aDerivativeAlongADirectionThatDisagreesIsFound() {
        PolarMapping mapping = new PolarMapping(2, 0.5) {
            @Override
            protected void direct(double[] direction) {
                boolean isUnit = Math.abs(direction[0]) + Math.abs(direction[1]) == 1;
                super.direct(isUnit ? direction : new double[] {direction[0], direction[1] * 1.001});
            }
        };
        Report report = JacobianCheck.of(mapping).at(POINT);
        assertThat(report.maxRelativeError()).isLessThan(1e-9);
        assertThat(report.alongError()).isGreaterThan(1e-5);
        assertThat(report.passed(1e-6)).isFalse();
    }

    @Test
    void aValueThatIsNotTheSameBitsIsFound() {
        PolarMapping mapping = new PolarMapping(2, 0.5) {
            @Override
            protected void values(double[] y) {
                super.values(y);
                if (passes > 0) {
                    y[2] = Math.nextUp(y[2]);
                }
            }
        };
        Report report = JacobianCheck.of(mapping).at(POINT);
        assertThat(report.valuesAgree()).isFalse();
        assertThat(report.passed(1e-6)).isFalse();
        assertThat(report.toString()).contains("another value");
    }

    @Test
    void argumentsAreChecked() {
        JacobianCheck check = JacobianCheck.of(new PolarMapping(2, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.at(new double[3]))
                .withMessageStartingWith("x has length 3");
        Report report = check.at(POINT);
        for (double tolerance : new double[] {0.0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report.passed(tolerance))
                    .withMessageStartingWith("tolerance is " + tolerance);
        }
    }
}
