package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

/** Classes of other packages that the siblings of what they extend cannot name: their objects are refused at run time. */
class HiddenOverridersTest {
    private final Compiled compiled = Compiled.sources("""
            package base;
            import io.github.pushforward.Differentiable;
            public class Square {
                @Differentiable(order = 2)
                public double f(double x) {
                    return x * x;
                }
            }
            """, """
            package demo;
            import io.github.pushforward.Differentiable;
            final class Cube extends base.Square {
                @Override
                @Differentiable(order = 2)
                public double f(double x) {
                    return x * x * x;
                }
            }
            """, """
            package demo;
            final class Plain extends base.Square {}
            """);

    @Test
    void theirSuperclassHasItsTangent() throws ReflectiveOperationException {
        assertThat(compiled.call("base.SquareTangent", "f", instance("base.Square"), 3.0, 1.0))
                .isEqualTo(new Dual(9, 6));
    }

    @Test
    void theyHaveTheirOwnTangent() throws ReflectiveOperationException {
        assertThat(compiled.call("demo.CubeTangent", "f", instance("demo.Cube"), 3.0, 1.0))
                .isEqualTo(new Dual(27, 27));
    }

    @Test
    void theirObjectsAreRefusedByTheTangentOfTheSuperclass() throws ReflectiveOperationException {
        for (String name : new String[] {"demo.Cube", "demo.Plain"}) {
            Object object = instance(name);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> compiled.call("base.SquareTangent", "f", object, 3.0, 1.0))
                    .withMessageContaining(name);
        }
    }

    private Object instance(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = compiled.load(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
