package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.runtime.Dual;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a user writes for methods of someone else. */
class CustomRulesTest {
    private static final String LIBRARY = """
            package demo;
            final class Special {
                static double square(double x) {
                    return x * x;
                }
                static double square(double x, int n) {
                    return n * x * x;
                }
                static double scaled(double x, double y, double z) {
                    return x * y * y * z;
                }
                static float half(float x) {
                    return x / 2;
                }
                static double[] twice(double[] a) {
                    double[] b = a.clone();
                    for (int i = 0; i < b.length; i++) {
                        b[i] *= 2;
                    }
                    return b;
                }
                static void accumulate(double[] into, double[] from, double by) {
                    for (int i = 0; i < into.length; i++) {
                        into[i] += from[i] * by;
                    }
                }
                static int normalize(double[] a) {
                    int large = 0;
                    for (int i = 0; i < a.length; i++) {
                        a[i] *= 0.5;
                        large += a[i] > 0.1 ? 1 : 0;
                    }
                    return large;
                }
                static void check(double x) {
                    LAST[0] = x;
                    if (x > 100) {
                        throw new IllegalArgumentException("large");
                    }
                }
                static boolean isLarge(double x) {
                    LAST[0] = x;
                    return x > 1;
                }
                static final double[] LAST = {0};
            }
            """;

    private static final String RULES = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.TangentOf;
            import io.github.pushforward.runtime.Dual;
            import io.github.pushforward.runtime.DualFloat;
            import io.github.pushforward.runtime.DualOf;
            final class SpecialRules {
                static int calls = 0;
                @TangentOf(type = Special.class, method = "square")
                static Dual square(double x, double xTangent) {
                    calls++;
                    return new Dual(Special.square(x), 2 * x * xTangent);
                }
                @TangentOf(type = Special.class, method = "square")
                static Dual square(double x, int n, double xTangent) {
                    return new Dual(Special.square(x, n), 2 * n * x * xTangent);
                }
                @TangentOf(type = Special.class, method = "scaled")
                static Dual all(double x, double y, double z, double dx, double dy, double dz) {
                    return new Dual(Special.scaled(x, y, z), y * y * z * dx + 2 * x * y * z * dy + x * y * y * dz);
                }
                @TangentOf(type = Special.class, method = "scaled")
                static Dual scaledByNames(double x, double y, double z, double yTangent) {
                    return new Dual(Special.scaled(x, y, z), 2 * x * y * z * yTangent);
                }
                @TangentOf(type = Special.class, method = "scaled")
                static Dual scaledByMarks(double x, @Constant double y, double z, double dx, double dz) {
                    return new Dual(Special.scaled(x, y, z), y * y * z * dx + x * y * y * dz);
                }
                @TangentOf(type = Special.class, method = "half")
                static DualFloat half(float x, float xTangent) {
                    return new DualFloat(Special.half(x), xTangent / 2);
                }
                @TangentOf(type = Special.class, method = "twice")
                static DualOf<double[], double[]> twice(double[] a, double[] aTangent) {
                    return new DualOf<>(Special.twice(a), Special.twice(aTangent));
                }
                @TangentOf(type = Special.class, method = "accumulate")
                static void accumulate(
                        double[] into, double[] from, double by, double[] dInto, double[] dFrom, double dBy) {
                    for (int i = 0; i < into.length; i++) {
                        dInto[i] += dFrom[i] * by + from[i] * dBy;
                    }
                    Special.accumulate(into, from, by);
                }
                @TangentOf(type = Special.class, method = "normalize")
                static int normalize(double[] a, double[] aTangent) {
                    for (int i = 0; i < a.length; i++) {
                        aTangent[i] *= 0.5;
                    }
                    return Special.normalize(a);
                }
                @TangentOf(type = Special.class, method = "check")
                static void check(double x, double xTangent) {
                    calls++;
                    Special.check(x);
                }
                @TangentOf(type = Special.class, method = "isLarge")
                static boolean isLarge(double x, double xTangent) {
                    calls++;
                    return Special.isLarge(x);
                }
            }
            """;

    private static Compiled compiled(String members) {
        return Compiled.sources(Compiled.demo(members), LIBRARY, RULES);
    }

    private static Object calls(Compiled compiled) {
        try {
            var field = compiled.load("demo.SpecialRules").getDeclaredField("calls");
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Test
    void overloads() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double x, int n, @Constant double c) {
                    return Special.square(x * 3) * Special.square(x, n) + Special.square(c) * x;
                }
                """);
        Differentiated.method(compiled, "f", true, false, false).at(0.7, 2, 1.1);
    }

    /** Each pattern of active arguments has the rule with the fewest tangents that covers it. */
    @Test
    void patternsOfActiveArguments() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double x, double y, @Constant double c) {
                    double sum = Special.scaled(x, y, c) + Special.scaled(c, x, 2) * Special.scaled(x, c, y);
                    return sum * Special.scaled(c, 1, y) + Special.scaled(c, c, c);
                }
                """);
        Differentiated.method(compiled, "f", true, true, false).at(0.7, 1.3, 1.1);
    }

    @Test
    void singlePrecision() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double x, @Constant float c) {
                    float y = Special.half((float) x);
                    return y * x + Special.half(c);
                }
                """);
        Differentiated.method(compiled, "f", true, false).inSinglePrecision().at(0.7, 1.1f);
    }

    @Test
    void arrays() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double[] a, double x, @Constant double[] c) {
                    double[] sum = new double[a.length];
                    Special.accumulate(sum, c, x);
                    Special.accumulate(sum, a, 2);
                    double[] b = Special.twice(sum);
                    int n = Special.normalize(b) + Special.normalize(a);
                    while (Special.normalize(b) > 0) {
                        n++;
                    }
                    return b[0] * Special.twice(a)[1] * n + Special.twice(c)[0];
                }
                """);
        Differentiated.method(compiled, "f", true, true, false).at(new double[] {1.5, -2}, 0.7, new double[] {0.25, 3});
    }

    /** Methods that keep what they are given would be refused without a rule. */
    @Test
    void checksOfArguments() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double x, @Constant double c) {
                    Special.check(x);
                    Special.check(c);
                    double y = x;
                    while (Special.isLarge(y) || y < -3 && Special.isLarge(-y)) {
                        y *= 0.6;
                    }
                    return Special.isLarge(y * x) ? y * y : 3 * y;
                }
                """);
        Differentiated.method(compiled, "f", true, false)
                .at(0.7, 1.1)
                .at(2.7, 1.1)
                .at(-3.7, 1.1)
                .fails(IllegalArgumentException.class, 200.0, 1.1)
                .fails(IllegalArgumentException.class, 2.0, 200.0);
        assertThat((Integer) calls(compiled)).isPositive();
    }

    @Test
    void rulesReachHelpers() {
        Compiled compiled = compiled("""
                @Differentiable(rules = {SpecialRules.class})
                static double f(double x, double y) {
                    return outer(x, 3) * outer(2, y);
                }
                private static double outer(double x, double c) {
                    return inner(x) * c;
                }
                private static double inner(double x) {
                    return Special.square(x) + 1;
                }
                """);
        Differentiated.method(compiled, "f", true, true).at(0.7, 1.3);
    }

    /** A helper is differentiated once for each set of rules, since they may differ. */
    @Test
    void differentRulesInOneClass() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double x) {
                    return helper(x);
                }
                @Differentiable(rules = OtherRules.class)
                static double g(double x) {
                    return helper(x);
                }
                @Differentiable(rules = {OtherRules.class, SpecialRules.class})
                static double h(double x) {
                    return helper(x);
                }
                private static double helper(double x) {
                    return Special.square(x);
                }
                """), LIBRARY, RULES, """
                package demo;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                final class OtherRules {
                    @TangentOf(type = Special.class, method = "square")
                    static Dual square(double x, double xTangent) {
                        return new Dual(Special.square(x), 1000 * xTangent);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true).at(0.7);
        Differentiated.method(compiled, "g", true).tangentIs(1000, new Object[] {0.7}, 1.0);
        Differentiated.method(compiled, "h", true).tangentIs(1000, new Object[] {0.7}, 1.0);
    }

    /** A rule wins over the table, over an annotation and over the body of a helper. */
    @Test
    void rulesWin() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                @Differentiable(rules = Rules.class)
                static double f(double x) {
                    return Math.sin(x) + annotated(x) + helper(x) + Math.cos(x);
                }
                @Differentiable
                static double annotated(double x) {
                    return x + Math.sin(x);
                }
                static double helper(double x) {
                    return x;
                }
                static final class Rules {
                    @io.github.pushforward.TangentOf(type = Math.class, method = "sin")
                    static io.github.pushforward.runtime.Dual sin(double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(Math.sin(x), 10 * xTangent);
                    }
                    @io.github.pushforward.TangentOf(type = Demo.class, method = "annotated")
                    static io.github.pushforward.runtime.Dual annotated(double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(Demo.annotated(x), 100 * xTangent);
                    }
                    @io.github.pushforward.TangentOf(type = Demo.class, method = "helper")
                    static io.github.pushforward.runtime.Dual helper(double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(Demo.helper(x), 1000 * xTangent);
                    }
                }
                """));
        Differentiated.method(compiled, "f", true).tangentIs(1110, new Object[] {0.0}, 1.0);
        Differentiated.method(compiled, "annotated", true).tangentIs(2, new Object[] {0.0}, 1.0);
    }

    /** A private method may have a rule beside it; called with plain values it is copied as any other. */
    @Test
    void ruleForAPrivateMethod() {
        Compiled compiled = Compiled.members("""
                @Differentiable(rules = Rules.class)
                static double f(double x, @Constant double c) {
                    return hidden(x) * hidden(c);
                }
                private static double hidden(double x) {
                    return x * x;
                }
                static final class Rules {
                    @io.github.pushforward.TangentOf(type = Demo.class, method = "hidden")
                    static io.github.pushforward.runtime.Dual hidden(double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(Demo.hidden(x), 2 * x * xTangent);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, false).at(0.7, 1.3);
    }

    @Test
    void gradients() {
        Compiled compiled = compiled("""
                @Differentiable(rules = SpecialRules.class)
                static double f(double[] a, double x) {
                    double sum = 0;
                    for (double v : a) {
                        sum += Special.scaled(v, x, 2);
                    }
                    return sum;
                }
                """);
        Object gradient = compiled.call("demo.DemoGradient", "f", new double[] {1.5, -2}, 0.5);
        assertThat(gradient.toString()).contains("x=-1.0");
    }

    /** The receiver comes first; a rule of a class stands for the calls that mean its own method. */
    @Test
    void instanceMethods() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                @Differentiable(rules = Rules.class)
                static double f(double[] a, double x, Curve curve, Bent bent) {
                    double y = curve.at(x) * bent.at(a[0]) + curve.at(2);
                    return y * twice(bent, x) + bent.own(x);
                }
                private static double twice(Curve curve, double x) {
                    return 2 * curve.at(x);
                }
                static final class Rules {
                    @io.github.pushforward.TangentOf(type = Curve.class, method = "at")
                    static io.github.pushforward.runtime.Dual at(Curve self, double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(self.at(x), self.slopeAt(x) * xTangent);
                    }
                    @io.github.pushforward.TangentOf(type = Bent.class, method = "own")
                    static io.github.pushforward.runtime.Dual own(Bent self, double x, double xTangent) {
                        return new io.github.pushforward.runtime.Dual(self.own(x), 2 * x * xTangent);
                    }
                }
                """), """
                package demo;
                class Curve {
                    double at(double x) {
                        return 3 * x;
                    }
                    double slopeAt(double x) {
                        return 3;
                    }
                }
                """, """
                package demo;
                final class Bent extends Curve {
                    @Override
                    double slopeAt(double x) {
                        return 3 + 0 * x;
                    }
                    double own(double x) {
                        return x * x;
                    }
                }
                """);
        Object curve = create(compiled, "demo.Curve");
        Object bent = create(compiled, "demo.Bent");
        Differentiated.method(compiled, "f", true, true, false, false).at(new double[] {1.5}, 0.7, curve, bent);
    }

    private static Object create(Compiled compiled, String name, Object... arguments) {
        try {
            var constructor = compiled.load(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** The tangent of an object is one of its tangent class, which is generated in the same compilation. */
    @Test
    void objectsOfMarkedClasses() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import other.State;
                final class Demo {
                    @Differentiable(rules = StateRules.class)
                    static double f(State state, double k) {
                        return state.energy(k) * k;
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                import other.State;
                import other.StateTangent;
                final class StateRules {
                    @TangentOf(type = State.class, method = "energy")
                    static Dual energy(State self, double k, StateTangent selfTangent, double kTangent) {
                        return new Dual(self.energy(k), self.x() * selfTangent.x() * k + self.x() * self.x() / 2 * kTangent);
                    }
                }
                """, """
                package other;
                import io.github.pushforward.Differentiable;
                @Differentiable
                public record State(double x) {
                    public double energy(double k) {
                        return k * x * x / 2;
                    }
                }
                """);
        Object state = create(compiled, "other.State", 3.0);
        Object tangent = create(compiled, "other.StateTangent", 1.0);

        Dual along = (Dual) compiled.call("demo.DemoTangent", "f", state, 2.0, tangent, 0.5);

        assertThat(along.value()).isEqualTo(2 * 2 * 9 / 2.0);
        // k²x²/2: k²x·1 + kx²·0.5
        assertThat(along.tangent()).isEqualTo(4 * 3 + 2 * 9 * 0.5);
    }

    /** The rules and what they stand for in class files, as they are in a jar. */
    @Test
    void compiledRules(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, LIBRARY, RULES).with(Compiled.demo("""
                        @Differentiable(rules = SpecialRules.class)
                        static double f(double x, double[] a, @Constant double c) {
                            Special.accumulate(a, a, x);
                            return Special.square(x) * Special.scaled(c, x, 3) * Special.scaled(x, c, a[0]);
                        }
                        """));
        Differentiated.method(compiled, "f", true, true, false).at(0.7, new double[] {1.5, -2}, 1.3);
    }

    /** In the file of another class, which lint has something against. */
    @Test
    void auxiliaryAndDeprecatedRules() {
        Compiled compiled = Compiled.sources(
                Compiled.demo("""
                        @Differentiable(rules = SpecialRules.class)
                        static double f(double x) {
                            return Special.square(x);
                        }
                        """).replace("final class Demo", "@SuppressWarnings(\"deprecation\") final class Demo")
                        + """
                        final class SpecialRules {
                            @Deprecated
                            @io.github.pushforward.TangentOf(type = Special.class, method = "square")
                            static io.github.pushforward.runtime.Dual square(double x, double xTangent) {
                                return new io.github.pushforward.runtime.Dual(Special.square(x), 2 * x * xTangent);
                            }
                        }
                        """,
                LIBRARY);
        Differentiated.method(compiled, "f", true).at(0.7);
    }
}
