package io.github.pushforward.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated Jacobians lead Levenberg–Marquardt from both of NIST's starting points to what NIST certifies. */
class LevenbergMarquardtTest {

    private static final double SIX_DIGITS = 1e-4; // in percent

    static Stream<Arguments> problemsAndStarts() {
        return Arrays.stream(NistProblem.values())
                .flatMap(problem -> Stream.of(Arguments.of(problem, 1), Arguments.of(problem, 2)));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("problemsAndStarts")
    void reachesTheCertifiedValues(NistProblem problem, int start) {
        double[] observations = problem.observations();
        LeastSquaresModel model = LeastSquaresModel.of(problem.mapping(start));
        Optimum optimum = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(1e-15)
                .withParameterRelativeTolerance(1e-15)
                .withOrthoTolerance(1e-15)
                .optimize(new LeastSquaresBuilder()
                        .model(model)
                        .target(observations)
                        .start(model.start())
                        .maxEvaluations(2_000)
                        .maxIterations(2_000)
                        .build());

        double[] parameters = problem.parameters();
        int freedom = observations.length - parameters.length;
        double residualDeviation = Math.sqrt(optimum.getChiSquare() / freedom);
        for (int i = 0; i < parameters.length; i++) {
            assertThat(optimum.getPoint().getEntry(i))
                    .as("b%d", i + 1)
                    .isCloseTo(parameters[i], withinPercentage(SIX_DIGITS));
            assertThat(residualDeviation * optimum.getSigma(1e-14).getEntry(i))
                    .as("standard deviation of b%d", i + 1)
                    .isCloseTo(problem.deviations()[i], withinPercentage(SIX_DIGITS));
        }
        // All the digits that are certified.
        assertThat(optimum.getChiSquare()).isCloseTo(problem.squares(), withinPercentage(1e-8));
    }
}
