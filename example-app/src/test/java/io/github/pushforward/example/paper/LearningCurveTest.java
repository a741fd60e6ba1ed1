package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        // The first run: 6 seconds to 1 against 2; the second forward run never gets to 1.
        assertThat(pair.timesToBackpropsBest()).containsExactly(3);
        // Back from 0.5, which backpropagation does not reach, and from 1.25, 4 seconds against 9.
        assertThat(pair.timesToForwardsBest()).containsExactly(4.0 / 9);
        assertThat(Cells.reached(pair.timesToBackpropsBest(), 2)).isEqualTo("3.00 (1 of 2 runs)");
        assertThat(Cells.reached(new double[0], 2)).isEqualTo("not reached");
    }

    @Test
    void tuningTakesTheLowestLastLossThatIsFinite() {
        LearningCurve diverged = new LearningCurve(curve(1, 0.1).points(), 3, new Score(0, 0));
        Tuning tuning = new Tuning(
                ForwardDescent.PAPER, List.of(1.0, 2.0, 3.0), List.of(diverged, curve(1, 2, 0.8), curve(1, 0.5, 0.9)));
        assertThat(tuning.best()).isEqualTo(2.0);
        assertThat(tuning.loss(0)).isInfinite();
    }
}
