package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.UpdateRule;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingTest {
    /** A seeded run has the same bits wherever it runs: these were computed once, on JDK 17. */
    @Test
    void sameBitsOnEveryJdk() {
        double[] trained = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.1, 1e-3))
                .update(UpdateRule.adam())
                .steps(500)
                .seed(42)
                .build()
                .minimize(ValleyGradient.heightFunction(new double[] {1, -1, 0.5, 2}))
                .point();

        String bits = Arrays.stream(trained).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
        assertEquals(
                "-0x1.32dcbe4ef6dfep2 -0x1.3057e4a81c778p2 -0x1.2f692c2ee2a5fp2 -0x1.2ef67c39b6e55p2", bits);
    }
}
