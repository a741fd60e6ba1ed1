package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradients with respect to objects whose classes come from a jar: their tangents say how they are made again. */
class CompiledObjectsTest {
    private static final String[] LIBRARY = {"""
        package lib;
        import io.github.pushforward.Differentiable;
        @Differentiable
        public record Point(double x, double y) {}
        """, """
        package lib;
        import io.github.pushforward.Differentiable;
        @Differentiable
        public final class Cart {
            private Point at;
            public double speed;
            public Cart(Point at) {
                this.at = at;
            }
            public Point at() {
                return at;
            }
            @Differentiable
            public void push(double by) {
                speed += by * at.x();
            }
        }
        """, """
        package lib;
        import io.github.pushforward.Differentiable;
        @Differentiable
        public record Unit(double x, double y) {
            public Unit {
                double n = Math.hypot(x, y);
                x /= n;
                y /= n;
            }
        }
        """};
    private static final String DEMO = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            import lib.*;
            final class Demo {
            MEMBERS
            }
            """;

    @Test
    void recordsAndClasses(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, LIBRARY).with(DEMO.replace("MEMBERS", """
                @Differentiable
                static double f(Cart cart, Point[] points, double by) {
                    cart.push(by);
                    cart.push(by);
                    return cart.speed * points[0].y();
                }
                static double[] gradient() {
                    Cart cart = new Cart(new Point(2, 3));
                    cart.speed = 1;
                    var g = DemoGradient.f(cart, new Point[] {new Point(4, 5)}, 0.5);
                    return new double[] {g.value(), g.cart().speed, g.points()[0].y(), g.by(), cart.speed};
                }
                static DifferentiableFunction view() {
                    return DemoGradient.fFunction(new Cart(new Point(2, 3)), new Point[] {new Point(4, 5)}, 0.5);
                }
                """));
        assertThat((double[]) compiled.call("demo.Demo", "gradient")).containsExactly(15, 5, 3, 20, 1);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(2, 3, 0, 4, 5, 0.5);
        ObjectGradientTest.check(view, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void oneThatCannotBeMadeAgain(@TempDir Path directory) {
        Compilation compilation = Library.processed(directory, LIBRARY).compile(DEMO.replace("MEMBERS", """
                @Differentiable
                static double f(Unit u) {
                    return u.x();
                }
                """));
        CompilationSubject.assertThat(compilation)
                .hadWarningContaining(
                        "u cannot be made again with other numbers, because its tangent, which is compiled, "
                                + "does not say how: fFunction is not generated");
    }
}
