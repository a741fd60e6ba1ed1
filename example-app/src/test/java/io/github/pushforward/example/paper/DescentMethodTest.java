package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescentMethodTest {

    private static final ImageData DATA = ImageData.digits(1);
    private static final DenseModel MODEL = new DenseModel(64, 12, 10);

    static List<DescentMethod> methods() {
        return Variant.all(MODEL).stream().map(Variant::method).toList();
    }

    private static LearningCurve train(DescentMethod method, double rate, long steps) {
        return new TrainingRun(
                        MODEL,
                        DATA,
                        method,
                        LearningRate.constant(rate),
                        steps,
                        Experiments.BATCH,
                        5,
                        WorkProgress.NONE)
                .call();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodLearnsAndRepeats(DescentMethod method) {
        LearningCurve curve = train(method, 5e-4, 400);
        assertThat(curve.diverged()).isFalse();
        assertThat(curve.last().step()).isEqualTo(400);
        assertThat(curve.last().validation().loss())
                .isLessThan(curve.points().get(0).validation().loss());
        assertThat(train(method, 5e-4, 400).last().validation())
                .isEqualTo(curve.last().validation());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void divergenceEndsATraining(DescentMethod method) {
        LearningCurve curve = train(method, 1e300, 50);
        assertThat(curve.diverged()).isTrue();
        assertThat(curve.divergedAt()).isLessThan(50);
    }

    @Test
    void oneStepByBackpropagationIsAlongTheExactGradient() {
        MiniBatches batches = new MiniBatches(DATA.train(), Experiments.BATCH, 9);
        double[] start = MODEL.start(2);
        List<double[]> points = new ArrayList<>();
        GradientDescent.BACKPROP.run(new Descent(
                MODEL, batches, start, LearningRate.constant(0.5), 1, 1, (step, x) -> points.add(x.clone())));
        double[] exact = new double[start.length];
        MODEL.loss(batches.current()).gradient(start, exact);
        assertThat(points).hasSize(2);
        for (int i = 0; i < start.length; i++) {
            assertThat(points.get(1)[i]).isCloseTo(start[i] - 0.5 * exact[i], within(1e-12));
        }
    }

    /** All directions of an orthonormal basis make the estimate exact. */
    @Test
    void asManyOrthonormalDirectionsAsParametersStepAsBackpropagationDoes() {
        DenseModel small = new DenseModel(64, 2);
        int[] labels = new int[DATA.train().size()];
        ImageData two = new ImageData(
                "two classes",
                8,
                2,
                new io.github.pushforward.example.data.LabeledImages(
                        DATA.train().images(), labels),
                DATA.validation(),
                DATA.test());
        List<double[]> ends = new ArrayList<>();
        for (DescentMethod method : List.of(
                GradientDescent.BACKPROP,
                new ForwardDescent("all", Directions.orthonormal(), 130, UpdateRule.plain()))) {
            MiniBatches batches = new MiniBatches(two.train(), Experiments.BATCH, 9);
            method.run(new Descent(small, batches, small.start(2), LearningRate.constant(0.1), 3, 1, (step, x) -> {
                if (step == 3) {
                    ends.add(x.clone());
                }
            }));
        }
        assertThat(ends.get(1)).usingComparatorWithPrecision(1e-9).containsExactly(ends.get(0));
    }
}
