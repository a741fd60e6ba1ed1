package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.GradientCheck.Report;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

    private final Quadratic function = Quadratic.of(5);

    /** A quadratic with room for one mistake. */
    private abstract static class Mistaken extends Quadratic {

        Mistaken() {
            super(new double[] {1.0, 2.0, 3.0}, new double[] {0.5, 0.25, -1.0});
        }

        final Report check() {
            return GradientCheck.of(this).at(new double[] {1.0, 2.0, 3.0});
        }
    }

    @Test
    void theSoftmaxLossOf650ParametersAgreesToEightDigits() {
        SoftmaxRegression softmax = new SoftmaxRegression(64, 10, 50, 1L);
        Report report = GradientCheck.of(softmax).at(softmax.start());
        assertThat(report.components()).isEqualTo(650);
        assertThat(report.maxRelativeError()).isPositive().isLessThan(5e-9);
        assertThat(report.alongError()).isLessThan(1e-14);
        assertThat(report.passed(1e-8)).as(report.toString()).isTrue();
    }

    @Test
    void aRightGradientPasses() {
        assertThat(GradientCheck.of(function).at(function.start()).passed(1e-10))
                .isTrue();
    }

    @Test
    void aGradientNearTheMinimumPasses() {
        double[] near = function.center().clone();
        near[2] += 1e-9;
        assertThat(GradientCheck.of(function).at(near).passed(1e-8)).isTrue();
        assertThat(GradientCheck.of(function).at(function.center()).passed(1e-8))
                .isTrue();
    }

    @Test
    void whereEveryComponentIsSmallRoundingOfTheValueIsForgiven() {
        ScalarFunction softplus =
                new ScalarFunction(x -> Math.log(1.0 + Math.exp(x)) - 0.5 * x, x -> 0.5 * Math.tanh(0.5 * x), 1e-9);
        Report report = GradientCheck.of(softplus).at(softplus.start());
        assertThat(report.exact()).isNotEqualTo(report.difference());
        assertThat(report.passed(1e-7)).as(report.toString()).isTrue();
    }

    @Test
    void aComponentFarSmallerThanTheLargestIsJudgedByTheLargest() {
        Quadratic cancelling = new Quadratic(new double[2], new double[2]) {
            @Override
            public double value(double[] x) {
                return Math.exp(x[0]) + 1e-9 * Math.sin(x[1]) - Math.E;
            }

            @Override
            double tangent(double[] x, double[] v) {
                return Math.exp(x[0]) * v[0] + 1e-9 * Math.cos(x[1]) * v[1];
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
                gradient[0] = Math.exp(x[0]);
                gradient[1] = 1e-9 * Math.cos(x[1]);
                return value(x);
            }
        };
        Report report = GradientCheck.of(cancelling).at(new double[] {1.0, 1.0});
        assertThat(report.passed(1e-8)).as(report.toString()).isTrue();
    }

    @Test
    void aLargeConstantDoesNotFailARightGradient() {
        ScalarFunction shifted = new ScalarFunction(x -> 1e6 + Math.sin(x), Math::cos, 1.0);
        assertThat(GradientCheck.of(shifted).at(shifted.start()).passed(1e-6)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-4, 2e-6})
    void aSmallMistakeInOneComponentIsFoundAndNamed(double mistake) {
        Report report = new Mistaken() {
            @Override
            public double gradient(double[] x, double[] gradient) {
                double value = super.gradient(x, gradient);
                gradient[1] *= 1.0 + mistake;
                return value;
            }
        }.check();
        assertThat(report.passed(1e-6)).isFalse();
        assertThat(report.worst()).isEqualTo(1);
        assertThat(report.exact()).isEqualTo(3.5 * (1.0 + mistake));
        assertThat(report.difference()).isEqualTo(3.5, within(1e-10));
        assertThat(report.maxRelativeError() / mistake).isBetween(0.98, 1.02);
        assertThat(report.toString())
                .contains("component 1")
                .contains("exact " + report.exact())
                .contains("difference " + report.difference());
    }

    @Test
    void aDerivativeAlongADirectionThatDisagreesIsFound() {
        Report report = new Mistaken() {
            @Override
            double tangent(double[] x, double[] v) {
                return super.tangent(x, v) + 1e-4 * v[0];
            }
        }.check();
        assertThat(report.maxRelativeError()).isLessThan(1e-9);
        assertThat(report.alongError()).isGreaterThan(1e-6);
        assertThat(report.passed(1e-6)).isFalse();
    }

    @Test
    void aValueThatIsNotTheSameBitsIsFound() {
        Report report = new Mistaken() {
            @Override
            public double gradient(double[] x, double[] gradient) {
                return Math.nextUp(super.gradient(x, gradient));
            }
        }.check();
        assertThat(report.valuesAgree()).isFalse();
        assertThat(report.passed(1e-6)).isFalse();
        assertThat(report.toString()).contains("another value");

        Report along = new Mistaken() {
            @Override
            public Dual along(double[] x, double[] v) {
                return new Dual(Math.nextUp(value(x)), tangent(x, v));
            }
        }.check();
        assertThat(along.valuesAgree()).isFalse();
        assertThat(along.passed(1e-6)).isFalse();
    }

    @Test
    void aDerivativeThatIsNotFiniteFails() {
        ScalarFunction notANumber = new ScalarFunction(x -> x * x, x -> Double.NaN, 1.0);
        Report report = GradientCheck.of(notANumber).at(notANumber.start());
        assertThat(report.maxRelativeError()).isInfinite();
        assertThat(report.worst()).isZero();
        assertThat(report.passed(1e-6)).isFalse();
    }

    @Test
    void aValueThatIsNotFiniteFails() {
        ScalarFunction hole = new ScalarFunction(x -> x == 1.0 ? Double.NaN : x * x, x -> 2.0 * x, 1.0);
        assertThat(GradientCheck.of(hole).at(hole.start()).passed(1e-6)).isFalse();
    }

    @Test
    void theSameCheckGivesTheSameReportAndLeavesThePointUnchanged() {
        double[] x = function.start();
        GradientCheck check = GradientCheck.of(function);
        assertThat(check.at(x)).isEqualTo(check.at(x)).isEqualTo(check.at(x, new SplittableRandom(0L)));
        assertThat(x).containsExactly(function.start());
    }

    @Test
    void nothingToCompareInNoDimensions() {
        Report report = GradientCheck.of(Quadratic.of(0)).at(new double[0]);
        assertThat(report.components()).isZero();
        assertThat(report.worst()).isEqualTo(-1);
        assertThat(report.passed(1e-6)).isTrue();
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.of(function).at(new double[2]))
                .withMessageStartingWith("x has length 2, but the function has dimension 5");
        Report report = GradientCheck.of(function).at(function.start());
        for (double tolerance : new double[] {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report.passed(tolerance))
                    .withMessageStartingWith("tolerance is " + tolerance);
        }
    }
}
