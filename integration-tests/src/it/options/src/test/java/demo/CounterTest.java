package demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pushforward.runtime.Dual8;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CounterTest {
    @Test
    void eightDirectionsAPass() {
        assertTrue(Arrays.stream(CounterLanes.class.getDeclaredMethods())
                .anyMatch(method -> method.getReturnType() == Dual8.class));
        assertArrayEquals(new double[] {0.6, 0.8}, CounterGradient.norm(new double[] {3, 4}).x(), 1e-15);
    }

    @Test
    void tangentOfWhatHasNoGradient() {
        assertEquals(6, CounterTangent.counted(3, 1).tangent());
    }
}
