package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void bodyOfAMethod() {
        assertEquals(27, ModelGradient.f(3).value());
        assertEquals(27, ModelGradient.f(3).x());
        assertEquals(30, CallerGradient.h(3).x());
    }
}
