package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void bodyOfAMethodThatIsDifferentiatedAlongInAnotherFile() {
        assertEquals(Caller.h(3), CallerGradient.h(3).value());
        assertEquals(78, CallerGradient.h(3).x());
    }
}
