package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.runtime.LearningRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningCurveTest {

    /** A point each 10 steps and 2 seconds. */
    private static LearningCurve curve(double secondsEach, double... losses) {
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            points.add(new LearningCurve.Point(10L * i, secondsEach * i, new Score(losses[i], 0.5)));
        }
        return new LearningCurve(points, DescentMethod.FINITE, new Score(1, 0.5));
    }

    @Test
    void theBestPointHasTheLowestLoss() {
        LearningCurve curve = curve(2, 3, Double.NaN, 0.5, 1);
        assertThat(curve.best().step()).isEqualTo(20);
        assertThat(curve.last().validation().loss()).isEqualTo(1);
        assertThat(curve.secondsPerStep()).isEqualTo(0.2);
    }

    @Test
    void aLossIsReachedWhenItIsFirstThatLow() {
        LearningCurve curve = curve(2, 3, 1, 2, 0.5);
        assertThat(curve.secondsTo(1.5)).hasValue(2);
        assertThat(curve.secondsTo(0.4)).isEmpty();
    }

    @Test
    void timesAreComparedRunByRunWhereBothGotThere() {
        TrainingPair pair = new TrainingPair(
                "tuned",
                ForwardDescent.PAPER,
                0.1,
                0.1,
                List.of(curve(3, 3, 2, 1, 0.5), curve(3, 3, 2, 1.5, 1.25)),
                List.of(curve(2, 3, 1, 2, 2), curve(2, 3, 2, 1, 2)));
        // The first run: 6 seconds to 1 against 2; the second forward run never gets to 1, in 9 seconds against 4.
        assertThat(pair.timesToBackpropsBest()).containsExactly(new TimeRatio(3, true), new TimeRatio(9.0 / 4, false));
        // Back from 0.5, which backpropagation does not reach, and from 1.25, 4 seconds against 9.
        assertThat(pair.timesToForwardsBest())
                .containsExactly(new TimeRatio(6.0 / 9, false), new TimeRatio(4.0 / 9, true));
        assertThat(TimeRatio.summary(pair.timesToBackpropsBest()))
                .isEqualTo("3.00 in 1 of 2 runs, > 2.25 in the others");
        assertThat(TimeRatio.summary(pair.timesToBackpropsBest().subList(0, 1))).isEqualTo("3.00");
        assertThat(TimeRatio.summary(pair.timesToBackpropsBest().subList(1, 2))).isEqualTo("> 2.25");
        assertThat(TimeRatio.summary(List.of())).isEqualTo("–");
    }

    @Test
    void tuningTakesTheLowestLastLossThatIsFinite() {
        LearningCurve diverged = new LearningCurve(curve(1, 0.1).points(), 3, new Score(0, 0));
        Tuning tuning = new Tuning(
                ForwardDescent.PAPER, List.of(1.0, 2.0, 3.0), List.of(diverged, curve(1, 2, 0.8), curve(1, 0.5, 0.9)));
        assertThat(tuning.best()).isEqualTo(2.0);
        assertThat(tuning.loss(0)).isInfinite();
    }

    /** A method whose loss grows with the distance of its rate from 0.05, and that diverges beyond 1. */
    private record BestAt5Percent() implements DescentMethod {

        @Override
        public String name() {
            return "best at 0.05";
        }

        @Override
        public long run(Descent descent) {
            double[] x = descent.start().clone();
            // The bias of the first class: the larger, the worse for all others.
            x[x.length - 10] = 10 * Math.abs(Math.log(descent.rate().at(0) / 0.05));
            descent.watcher().reached(0, descent.start());
            descent.watcher().reached(descent.steps(), x);
            return descent.rate().at(0) > 1 ? 1 : FINITE;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01 0.02", "0.2 0.1", "5", "0.02 0.05 0.1"})
    void ratesAreLookedForBeyondTheEdgesOfTheCandidates(String rates) {
        ImageData data = ImageData.digits(1);
        List<Double> candidates =
                Arrays.stream(rates.split(" ")).map(Double::valueOf).toList();
        Tuning tuning = Tuning.of(
                        List.of(new Tuning.Candidates(new BestAt5Percent(), candidates)),
                        (method, rate) -> new TrainingRun(
                                new DenseModel(64, 10),
                                data,
                                method,
                                LearningRate.constant(rate),
                                1,
                                Experiments.BATCH,
                                1,
                                WorkProgress.NONE))
                .get(0);
        assertThat(tuning.best()).isBetween(0.03, 0.07);
    }
}
