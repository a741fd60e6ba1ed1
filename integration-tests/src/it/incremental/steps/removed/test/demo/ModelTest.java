package demo;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void noSiblingWithoutAnnotation() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("demo.ModelGradient"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("demo.ModelTangent"));
    }
}
