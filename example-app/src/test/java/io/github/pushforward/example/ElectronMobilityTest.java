package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.pushforward.runtime.JacobianCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElectronMobilityTest {

    private static final double SIX_DIGITS = 1e-4; // in percent

    private final ElectronMobility data = ElectronMobility.read();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void agreesWithAllThatNistCertifies(int start) {
        LeastSquaresFit fit = data.fit(start);
        double[] certifiedErrors = {
            4.6647963344E+00,
            3.9571156086E+01,
            2.8698696102E+01,
            5.5675370270E+00,
            3.1333340687E-02,
            1.4984928198E-02,
            6.5842344623E-03,
        };
        assertThat(fit.estimates()).hasSize(7);
        for (int i = 0; i < 7; i++) {
            Estimate estimate = fit.estimates().get(i);
            assertThat(estimate.parameter()).isEqualTo("b" + (i + 1));
            assertThat(estimate.value()).isCloseTo(ElectronMobility.certified(i), withinPercentage(SIX_DIGITS));
            assertThat(estimate.standardError()).isCloseTo(certifiedErrors[i], withinPercentage(SIX_DIGITS));
        }
        assertThat(fit.squares()).isCloseTo(5.6427082397E+03, withinPercentage(1e-8));
        assertThat(fit.deviation()).isCloseTo(1.3714600784E+01, withinPercentage(1e-8));
    }

    @Test
    void theGeneratedJacobianAgreesWithCentralDifferences() {
        double[] b = {1288, 1491, 583, 75, 0.97, 0.4, 0.05};
        JacobianCheck.Report report = JacobianCheck.of(ElectronMobilityGradient.predictFunction(b, data.logDensity()))
                .at(b);
        assertThat(report.passed(1e-6)).as("%s", report).isTrue();
    }

    @Test
    void observationsThatDetermineNothingAreRefused() {
        ElectronMobility allAtOnePoint = new ElectronMobility(new double[37], data.mobility());
        assertThatThrownBy(() -> allAtOnePoint.fit(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("Levenberg-Marquardt finds no least squares: ");
    }

    @Test
    void hasTheObservationsOfNist() {
        assertThat(data.logDensity()).hasSize(37).startsWith(-3.067, -2.981).endsWith(2.047, 2.2);
        assertThat(data.mobility()).hasSize(37).startsWith(80.574, 84.248).endsWith(1447.894, 1457.628);
    }
}
