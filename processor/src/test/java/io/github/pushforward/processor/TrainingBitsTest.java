package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.UpdateRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded training of a model that keeps to {@code StrictMath}: the bits are those of the first Java that ran it, which was 17, on every
 * Java and machine. A rule of differentiation that comes to be computed otherwise changes them as well: then they are written anew, on 17.
 */
class TrainingBitsTest {
    private static final Compiled DEMO = Compiled.members("""
            /** The mean cross-entropy of a network with one hidden layer, and a penalty of many functions. */
            @Differentiable
            static double loss(double[][] hidden, double[] output, @Constant double[][] points, boolean[] labels) {
                double sum = 0;
                for (int i = 0; i < points.length; i++) {
                    double score = output[output.length - 1];
                    for (int h = 0; h < hidden.length; h++) {
                        double activation = hidden[h][points[i].length];
                        for (int j = 0; j < points[i].length; j++) {
                            activation += hidden[h][j] * points[i][j];
                        }
                        score += output[h] * StrictMath.tanh(activation);
                    }
                    sum += StrictMath.log1p(StrictMath.exp(labels[i] ? -score : score));
                }
                double penalty = 0;
                for (double[] row : hidden) {
                    for (double weight : row) {
                        penalty += StrictMath.hypot(1, weight) + StrictMath.cbrt(1 + weight * weight)
                            + StrictMath.sin(weight) * StrictMath.cos(weight) + StrictMath.atan(weight)
                            + StrictMath.atan2(weight, 2) + StrictMath.log(2 + StrictMath.sqrt(1 + weight * weight))
                            + StrictMath.sinh(0.1 * weight) + StrictMath.expm1(0.1 * weight);
                    }
                }
                return sum / points.length + 1e-3 * penalty;
            }
            """);

    /** By the library's own means alone: the corners of a square and their neighbours, by exclusive or. */
    private static DifferentiableFunction loss() {
        double[][] points = new double[16][];
        boolean[] labels = new boolean[16];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {(i & 1) - 0.125 * (i >> 2), (i >> 1 & 1) + 0.0625 * (i >> 2)};
            labels[i] = (i & 1) != (i >> 1 & 1);
        }
        double[][] hidden = new double[5][3];
        double[] output = new double[6];
        for (int h = 0; h < hidden.length; h++) {
            for (int j = 0; j < 3; j++) {
                hidden[h][j] = ((7 * h + 3 * j) % 11 - 5) / 4.0;
            }
            output[h] = h % 2 == 0 ? 1 : -1;
        }
        return (DifferentiableFunction) DEMO.call("demo.DemoGradient", "lossFunction", hidden, output, points, labels);
    }

    static List<Arguments> runs() {
        return List.of(
                Arguments.of(Directions.gaussian(), 1, UpdateRule.plain(), "f97b3fb2"),
                Arguments.of(Directions.gaussian(), 11, UpdateRule.adam(), "6dfeecd2"),
                Arguments.of(Directions.rademacher(), 4, UpdateRule.momentum(0.9), "45b66f27"),
                Arguments.of(Directions.sphere(), 4, UpdateRule.adam(), "cedd4501"),
                Arguments.of(Directions.coordinate(), 3, UpdateRule.plain(), "e8b7cad1"),
                Arguments.of(Directions.orthonormal(), 5, UpdateRule.adam(), "59341f29"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aSeededRun(Directions law, int samples, UpdateRule rule, String expected) {
        DifferentiableFunction loss = loss();
        double[] start = loss.start();
        ForwardGradientDescent.Result result = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.01, 1e-3))
                .directions(law)
                .samples(samples)
                .update(rule)
                .clip(3)
                .steps(400)
                .seed(42)
                .build()
                .minimize(loss);
        assertThat(result.value()).isLessThan(loss.value(start));
        assertThat(digest(result.point(), result.value())).isEqualTo(expected);
    }

    @Test
    void theExactGradient() {
        DifferentiableFunction loss = loss();
        double[] gradient = new double[loss.dimension()];
        double value = loss.gradient(loss.start(), gradient);
        assertThat(digest(gradient, value)).isEqualTo("cd96d6d5");
    }

    private static String digest(double[] numbers, double value) {
        double[] all = Arrays.copyOf(numbers, numbers.length + 1);
        all[numbers.length] = value;
        CRC32 crc = new CRC32();
        for (double number : all) {
            crc.update(Long.toHexString(Double.doubleToLongBits(number)).getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
