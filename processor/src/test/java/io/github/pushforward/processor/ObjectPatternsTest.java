package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** {@code instanceof} and patterns over active classes. */
class ObjectPatternsTest {
    private static final String SHAPES = """
            sealed interface Shape permits Disc, Box {}
            @Differentiable
            record Disc(double radius) implements Shape {}
            @Differentiable
            record Box(double width, @Constant double height, Disc inner) implements Shape {}
            static Shape shape(double x) {
                return x > 0 ? new Disc(x) : new Box(x * x, 2, new Disc(3 * x));
            }
            """;

    private static Differentiated method(String members) {
        return Differentiated.of(SHAPES + members, "f");
    }

    @Test
    void instanceOfAndCast() {
        method("""
                @Differentiable
                static double f(double x) {
                    Shape shape = shape(x);
                    if (shape instanceof Disc) {
                        return ((Disc) shape).radius() * x;
                    }
                    Box box = (Box) shape;
                    return box.width() * box.height() + box.inner().radius();
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void patternsInConditions() {
        method("""
                @Differentiable
                static double f(double x) {
                    Shape shape = shape(x);
                    if (shape instanceof Disc disc && disc.radius() < 1) {
                        return disc.radius() * x;
                    } else if (shape instanceof Box box) {
                        return box.width() * box.inner().radius();
                    }
                    if (!(shape instanceof Disc disc)) {
                        return 0;
                    }
                    return disc.radius() * 2;
                }
                """).at(0.5).at(-2.0).at(3.0);
    }

    @Test
    void patternsOverCallsAndInExpressions() {
        method("""
                static int calls;
                @SuppressWarnings("pushforward")
                static Shape next(double x) {
                    calls++;
                    return shape(x);
                }
                @SuppressWarnings("pushforward")
                @Differentiable
                static double f(double x) {
                    calls = 0;
                    double first = next(x) instanceof Disc disc ? disc.radius() * disc.radius() : x;
                    double y = x;
                    boolean found = x > 1 && shape(y *= 2) instanceof Disc disc && disc.radius() > 3;
                    return first * calls + y + (found ? 1 : 0);
                }
                """).at(0.5).at(-2.0).at(1.25).at(3.0);
    }

    @Test
    void patternsInLoops() {
        method("""
                sealed interface List permits Chain, End {}
                @Differentiable
                record Chain(double value, List rest) implements List {}
                record End() implements List {}
                @Differentiable
                static double f(double x, int n) {
                    List chain = new End();
                    for (int i = 0; i < n; i++) {
                        chain = new Chain(x * i, chain);
                    }
                    double sum = 0;
                    List node = chain;
                    while (node instanceof Chain link && link.value() != 100) {
                        sum = sum * x + link.value();
                        node = link.rest();
                    }
                    return sum + (chain instanceof End ? x : 0);
                }
                """).at(0.5, 0).at(0.5, 3).at(-2.0, 2);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void switchOverPatterns() {
        method("""
                @Differentiable
                static double f(double x) {
                    double once = switch (shape(x)) {
                        case Disc disc when disc.radius() > 2 -> disc.radius();
                        case Disc disc -> disc.radius() * disc.radius();
                        case Box box -> box.width() * box.height() * box.inner().radius();
                    };
                    switch (shape(-x)) {
                        case Disc(double r) -> once *= r;
                        case Box(double w, double h, Disc(var r)) -> once += w * h * r;
                    }
                    return once;
                }
                """).at(0.5).at(-2.0).at(3.0);
    }
}
