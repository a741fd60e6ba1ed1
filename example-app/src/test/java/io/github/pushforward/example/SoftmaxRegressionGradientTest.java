package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.example.data.Split;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.GradientCheck;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The generated siblings of {@link SoftmaxRegression}, on real data and at all 650 parameters. */
class SoftmaxRegressionGradientTest {

    private static final int PARAMETERS = 650;

    private final LabeledImages batch =
            new MiniBatches(Split.of(Digits.read(), 0.2, 1L).scaled().train(), 50, 2L).current();
    private final Model model = CheckedGradient.randomModel(3L);

    private DifferentiableFunction function() {
        return SoftmaxRegressionGradient.lossFunction(model.weights(), model.bias(), batch.images(), batch.labels());
    }

    private SoftmaxRegressionGradient.LossGradient exact() {
        return SoftmaxRegressionGradient.loss(model.weights(), model.bias(), batch.images(), batch.labels());
    }

    private static double[] flat(SoftmaxRegressionGradient.LossGradient gradient) {
        double[] flat = Arrays.copyOf(gradient.weights(), PARAMETERS);
        System.arraycopy(gradient.bias(), 0, flat, gradient.weights().length, gradient.bias().length);
        return flat;
    }

    @Test
    void agreesWithCentralDifferences() {
        GradientCheck.Report report = GradientCheck.of(function()).at(function().start());
        assertThat(report.components()).isEqualTo(PARAMETERS);
        assertThat(report.passed(1e-6)).as(report.toString()).isTrue();
    }

    @Test
    void agreesWithTheFormula() {
        double[] byHand = new double[PARAMETERS];
        for (int i = 0; i < batch.size(); i++) {
            double[] image = batch.images()[i];
            double[] scores = new double[10];
            SoftmaxRegression.score(model.weights(), model.bias(), image, scores);
            double logSumExp = SoftmaxRegression.logSumExp(scores);
            for (int c = 0; c < 10; c++) {
                double residual = Math.exp(scores[c] - logSumExp) - (c == batch.labels()[i] ? 1.0 : 0.0);
                for (int p = 0; p < 64; p++) {
                    byHand[64 * c + p] += residual * image[p] / batch.size();
                }
                byHand[640 + c] += residual / batch.size();
            }
        }
        assertThat(flat(exact())).containsExactly(byHand, within(1e-14));
    }

    @Test
    void theValueIsThatOfTheOriginalBitForBit() {
        double value = model.loss(batch);
        double[] direction = new double[PARAMETERS];
        Directions.gaussian().draw(direction, new SplittableRandom(4L));
        Dual dual = SoftmaxRegressionTangent.loss(
                model.weights(),
                model.bias(),
                batch.images(),
                batch.labels(),
                Arrays.copyOf(direction, 640),
                Arrays.copyOfRange(direction, 640, PARAMETERS));
        assertThat(dual.value()).isEqualTo(value);
        assertThat(dual).isEqualTo(function().along(function().start(), direction));
        assertThat(exact().value()).isEqualTo(value);
        assertThat(function().value(function().start())).isEqualTo(value);
    }

    @Test
    void theViewSeesABatchThatIsRefilledInPlace() {
        DifferentiableFunction function = function();
        double before = function.value(function.start());
        batch.labels()[0] = (batch.labels()[0] + 1) % 10;
        batch.images()[1] = new double[64];
        assertThat(function.value(function.start())).isNotEqualTo(before).isEqualTo(model.loss(batch));
    }

    /**
     * Of 650 right components, one is off by more than four standard errors for about one seed in 25 by chance alone, so
     * the seed is one for which none is. The mean of the squared errors needs no such choice: it is 1 ± 0.06.
     */
    @Test
    void theMeanOfManySamplesIsTheExactGradientInEveryComponent() {
        int samples = 20_000;
        SplittableRandom random = new SplittableRandom(1L);
        double[] sum = new double[PARAMETERS];
        double[] squares = new double[PARAMETERS];
        for (int k = 0; k < samples; k++) {
            double[] g = flat(SoftmaxRegressionGradient.lossForward(
                    model.weights(), model.bias(), batch.images(), batch.labels(), random));
            for (int i = 0; i < PARAMETERS; i++) {
                sum[i] += g[i];
                squares[i] += g[i] * g[i];
            }
        }
        double[] exact = flat(exact());
        double squaredErrors = 0.0;
        for (int i = 0; i < PARAMETERS; i++) {
            double mean = sum[i] / samples;
            double variance = (squares[i] - sum[i] * mean) / (samples - 1);
            double standardErrors = (mean - exact[i]) / Math.sqrt(variance / samples);
            assertThat(standardErrors)
                    .as("component %d: mean %s, exact %s", i, mean, exact[i])
                    .isBetween(-4.0, 4.0);
            squaredErrors += standardErrors * standardErrors;
        }
        assertThat(squaredErrors / PARAMETERS).isCloseTo(1.0, within(0.3));
        // The form that averages by itself draws the same directions, and so has the same mean.
        assertThat(flat(SoftmaxRegressionGradient.lossForward(
                        model.weights(),
                        model.bias(),
                        batch.images(),
                        batch.labels(),
                        Directions.gaussian(),
                        samples,
                        new SplittableRandom(1L))))
                .containsExactly(Arrays.stream(sum).map(s -> s / samples).toArray(), within(1e-12));
    }
}
