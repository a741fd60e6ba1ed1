package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void nameOfAMethod() {
        assertEquals(5, ModelGradient.g(3).x());
        assertEquals(
                0,
                Arrays.stream(ModelGradient.class.getDeclaredMethods())
                        .filter(method -> method.getName().startsWith("f"))
                        .count());
    }
}
