package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The cases of newer releases: patterns, guards, {@code null}. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "patterns in switch are of JDK 21")
class SwitchPatternsTest {
    private static final String SHAPES = """
            sealed interface Shape permits Circle, Square, Ring {}
            record Circle(double radius) implements Shape {}
            record Square(double side, int n) implements Shape {}
            record Ring(Circle inner, Circle outer) implements Shape {}
            static Object object(int n) {
                Object[] all = {new Circle(1.5), new Square(2.5, 3), new Ring(new Circle(0.5), new Circle(2)), "text", 7, -7, 'c'};
                return n < all.length ? all[n] : null;
            }
            static Shape shape(int n) {
                return (Shape) object(n);
            }
            """;

    private static Differentiated of(String method) {
        return Differentiated.method(Compiled.members(SHAPES + method), "f", true, false);
    }

    @Test
    void recordsTakenApart() {
        of("""
                        @Differentiable
                        static double f(double x, int n) {
                            return switch (shape(n)) {
                                case Circle(double r) -> r * r * x;
                                case Square(var side, var k) when k > 3 -> side;
                                case Square(double side, int k) -> {
                                    double y = side * x * k;
                                    yield y * y;
                                }
                                case Ring(Circle(double inner), Circle(var outer)) -> (outer - inner) * Math.sin(x);
                            };
                        }
                        """).at(0.7, 0).at(0.7, 1).at(0.7, 2).fails(NullPointerException.class, 0.7, 9);
    }

    @Test
    void typesGuardsAndNull() {
        of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = 1;
                            switch (object(n)) {
                                case null -> y = x;
                                case Integer i when n < 5 && x > 0 -> y = x * x;
                                case Integer i -> y = -x;
                                case String text -> y = Math.exp(x);
                                case Character c -> throw new IllegalArgumentException("c: " + c);
                                default -> y *= 2 * x;
                            }
                            return y;
                        }
                        """)
                .at(0.7, 0)
                .at(0.7, 3)
                .at(0.7, 4)
                .at(-0.7, 4)
                .at(0.7, 5)
                .fails(IllegalArgumentException.class, 0.7, 6)
                .at(0.7, 9);
    }

    @Test
    void nullAndDefaultTogether() {
        of("""
                        enum Kind { LINEAR, SQUARE }
                        @Differentiable
                        static double f(double x, int n) {
                            Kind kind = n < 2 ? Kind.values()[n] : null_();
                            return switch (kind) {
                                case LINEAR -> x;
                                case null, default -> x * x;
                            };
                        }
                        static Kind null_() {
                            return (Kind) object(9);
                        }
                        """).at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    @Test
    void enumsByQualifiedName() {
        of("""
                        sealed interface Choice permits Kind, Other {}
                        enum Kind implements Choice { LINEAR, SQUARE }
                        record Other() implements Choice {}
                        static Choice choice(int n) {
                            return n < 2 ? (Choice) Kind.values()[n] : (Choice) new Other();
                        }
                        @Differentiable
                        static double f(double x, int n) {
                            switch (Kind.values()[n % 2]) {
                                case Kind.LINEAR -> x += 1;
                                case SQUARE -> x -= 1;
                            }
                            return switch (choice(n)) {
                                case Kind.LINEAR -> x;
                                case Kind.SQUARE -> x * x;
                                case Other() -> 3;
                            };
                        }
                        """).at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    /** A part of a constant is a variable like any other. */
    @Test
    void componentThatBecomesActive() {
        of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            switch (shape(n)) {
                                case Circle(double r) -> {
                                    r = r * x;
                                    y = r * r;
                                }
                                default -> {}
                            }
                            return y;
                        }
                        """).at(0.7, 0).at(0.7, 1);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22, disabledReason = "unnamed variables are of JDK 22")
    void unnamed() {
        of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double _ = x / (n + 1);
                            for (double _ : new double[] {x, x}) {
                                x *= 1.5;
                            }
                            for (int i = 0, _ = n; i < 2; i++) {
                                x += i;
                            }
                            return switch (object(n)) {
                                case Circle _ -> x;
                                case Square(double side, _) -> side * x * x;
                                case Ring(_, Circle(double _)) -> Math.sin(x);
                                case Integer _, String _ -> x / 2;
                                case null, default -> 1;
                            };
                        }
                        """).at(0.7, 0).at(0.7, 1).at(0.7, 2).at(0.7, 3).at(0.7, 4).at(0.7, 6);
    }

    @Test
    void assignmentInAGuard() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, Object o, double[] a) {
                            switch (o) {
                                case String s when (a[0] «= x) > 1 -> a[1] *= a[0];
                                default -> {}
                            }
                            return a[1];
                        }
                        """).with("UnsupportedExpression", "the guard of a case", "before or after");
    }

    @Test
    void numberTakenOutOfAnObject() {
        Refused.members("""
                        record Box(double content) {}
                        @Differentiable
                        static double f(double x) {
                            Object box = new Box(x);
                            return switch (box) {
                                case «Box(double content) -> content * 2;
                                default -> x;
                            };
                        }
                        """)
                .with("NoTangent", "the component content is a number out of an object", "in a local variable");
    }

    @Test
    void numberTakenOutOfAnObjectInAHelper() {
        Refused.members("""
                        record Box(double content) {}
                        @Differentiable
                        static double f(double x) {
                            return x * content(new Box(x));
                        }
                        static double content(Box box) {
                            switch (box) {
                                case «Box(double content) -> {
                                    return content;
                                }
                            }
                        }
                        """)
                .with("NoTangent", "the component content is a number out of an object", "in a local variable");
    }

    @Test
    void assertionThatWritesToSomethingActive() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, double[] a) {
                            double y = 1;
                            assert (y «= x) > 0;
                            return y * a[0];
                        }
                        """).with("UnsupportedExpression", "in an assertion", "before or after");
    }

    /** The array belongs to the object: what is put into it would be found there without its derivative. */
    @Test
    void arrayTakenOutOfAnObject() {
        Refused.members("""
                        record Table(double[] values) {}
                        @Differentiable
                        static double f(double x, Table table) {
                            switch (table) {
                                case Table(double[] values) when values.length > 1 -> values[0] «= x;
                                default -> {}
                            }
                            return x;
                        }
                        """).with("ConstantReceivesActiveValue", "the component values", "a local array");
        of("""
                        record Table(double[] values) {}
                        @Differentiable
                        static double f(double x, int n) {
                            switch ((Object) new Table(new double[] {2, 3})) {
                                case Table(double[] values) when values.length > n -> {
                                    values[0] = n;
                                    return values[n] * x * values[0];
                                }
                                default -> {
                                    return x;
                                }
                            }
                        }
                        """).at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }
}
