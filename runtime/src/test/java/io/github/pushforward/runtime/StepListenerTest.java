package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepListenerTest {

    private final Quadratic function = Quadratic.of(3);

    private static ForwardGradientDescent.Builder builder() {
        return ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(0.05))
                .steps(3);
    }

    @Test
    void listenersHearOfEachStepInOrder() {
        List<String> heard = new ArrayList<>();
        builder()
                .listener(step -> heard.add("first " + step.index()))
                .listener(step -> heard.add("second " + step.index()))
                .build()
                .minimize(function);
        assertThat(heard).containsExactly("first 0", "second 0", "first 1", "second 1", "first 2", "second 2");
    }

    @Test
    void aStepTellsOfThePointBeforeItsUpdate() {
        List<double[]> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double[] end = builder()
                .listener(step -> {
                    points.add(step.point().clone());
                    values.add(step.value());
                })
                .build()
                .minimize(function)
                .point();
        assertThat(points.get(0)).containsExactly(function.start());
        for (int t = 0; t < 3; t++) {
            assertThat(values.get(t)).isEqualTo(function.value(points.get(t)));
        }
        assertThat(end).isNotEqualTo(points.get(2));
    }

    @Test
    void theDirectionalDerivativeIsThatOfTheLastSample() {
        for (int samples : new int[] {1, 3}) {
            RecordingQuadratic recording = new RecordingQuadratic();
            List<Double> heard = new ArrayList<>();
            builder()
                    .samples(samples)
                    .steps(1)
                    .listener(step -> heard.add(step.directionalDerivative()))
                    .build()
                    .minimize(recording);
            assertThat(recording.tangents).hasSize(samples);
            assertThat(heard).containsExactly(recording.tangents.get(samples - 1));
        }
    }

    @Test
    void theExceptionOfAListenerEndsTheDescent() {
        List<Long> heard = new ArrayList<>();
        ForwardGradientDescent descent = builder()
                .listener(step -> {
                    heard.add(step.index());
                    if (step.index() == 1) {
                        throw new IllegalStateException("enough");
                    }
                })
                .build();
        assertThatThrownBy(() -> descent.minimize(function)).hasMessage("enough");
        assertThat(heard).containsExactly(0L, 1L);
    }

    @Test
    void aStepPrintsItsScalars() {
        assertThat(new Step(3L, 0.5, -1.0, 0.1, new double[650]))
                .hasToString("Step[index=3, value=0.5, directionalDerivative=-1.0, learningRate=0.1]");
    }

    private static final class RecordingQuadratic extends Quadratic {

        final List<Double> tangents = new ArrayList<>();

        RecordingQuadratic() {
            super(new double[] {1.0, 2.0}, new double[] {0.0, 0.0});
        }

        @Override
        public Dual along(double[] x, double[] v) {
            Dual dual = super.along(x, v);
            tangents.add(dual.tangent());
            return dual;
        }
    }
}
