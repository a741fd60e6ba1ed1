package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void original() {
        assertEquals(6, ModelGradient.f(3).x());
        assertEquals(30, CallerGradient.h(3).x());
    }
}
