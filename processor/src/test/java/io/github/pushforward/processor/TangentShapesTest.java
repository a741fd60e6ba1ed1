package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.processor.support.Twice;
import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a tangent method says of a tangent that does not have the shape of its parameter. */
class TangentShapesTest {
    private static final String DOT = """
            @Differentiable
            static double dot(double[] x, double[] weights, int n) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += x[i] * weights[i];
                }
                return sum;
            }
            """;

    private static final String TRACE = """
            @Differentiable
            static double trace(double[][] m) {
                double sum = 0;
                for (int i = 0; i < m.length; i++) {
                    sum += m[i] == null ? 1 : m[i][i];
                }
                return sum;
            }
            """;

    private static final double[] TWO = {1, 2};
    private static final double[] THREE = {1, 2, 3};

    private static void assertMismatch(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessage(message + ": give it the shape of its primal");
    }

    @Test
    void aTangentOfAnotherLengthIsNamed() {
        Compiled demo = Compiled.members(DOT);
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "dot", THREE, THREE, 3, THREE, TWO),
                "weightsTangent is of length 2, but its primal is of length 3");
        // Nothing would ever read the rest of it.
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "dot", TWO, TWO, 2, THREE, TWO),
                "xTangent is of length 3, but its primal is of length 2");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "dot", TWO, TWO, 2, TWO, null),
                "weightsTangent is null, but its primal is of length 2");
        assertThat(demo.call("demo.DemoTangent", "dot", TWO, TWO, 2, TWO, TWO)).isEqualTo(new Dual(5, 10));
    }

    @Test
    void theNameIsThatOfTheParameter() {
        Compiled demo = Compiled.members("""
                @Differentiable
                static double f(double[] x, @Constant double[] xTangent) {
                    return x[0] * xTangent[0];
                }
                """);
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", TWO, THREE, THREE),
                "xTangent_ is of length 3, but its primal is of length 2");
    }

    @Test
    void aTangentThatNothingReadsIsCheckedAsWell() {
        Compiled demo = Compiled.members("""
                @Differentiable
                static double f(double[] x, double[] unused) {
                    return x[0];
                }
                """);
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", TWO, TWO, TWO, null),
                "unusedTangent is null, but its primal is of length 2");
    }

    @Test
    void withoutItsArrayTheMethodDoesWhatItDoes() {
        Compiled demo = Compiled.members(DOT);
        for (double[] tangent : new double[][] {null, TWO}) {
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> demo.call("demo.DemoTangent", "dot", null, TWO, 2, tangent, TWO));
            assertThat(demo.call("demo.DemoTangent", "dot", null, null, 0, tangent, tangent))
                    .isEqualTo(new Dual(0, 0));
        }
    }

    @Test
    void rowsAreCheckedOneByOne() {
        Compiled demo = Compiled.members(TRACE);
        double[][] m = {{1, 2}, null, {1, 2, 3}};
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "trace", m, new double[][] {TWO, null, TWO}),
                "mTangent[2] is of length 2, but its primal is of length 3");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "trace", m, new double[][] {null, null, THREE}),
                "mTangent[0] is null, but its primal is of length 2");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "trace", m, new double[][] {TWO, null}),
                "mTangent is of length 2, but its primal is of length 3");
        for (double[] ofNothing : new double[][] {null, TWO}) {
            assertThat(demo.call("demo.DemoTangent", "trace", m, new double[][] {TWO, ofNothing, THREE}))
                    .isEqualTo(new Dual(5, 4));
        }
    }

    @Test
    void ranksAboveTwo() {
        Compiled demo = Compiled.members("""
                @Differentiable
                static float f(float[][][] x, float[][] y) {
                    return x[1][0][0] * y[0][0];
                }
                """);
        float[][][] x = {{}, {{1, 2}, {3}}};
        float[][] y = {{4}};
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", x, y, new float[][][] {{}, {{1, 2}, {3, 4}}}, y),
                "xTangent[1][1] is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", x, y, new float[][][] {{}, {{1, 2}}}, y),
                "xTangent[1] is of length 1, but its primal is of length 2");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", x, y, x, new float[][] {{}}),
                "yTangent[0] is of length 0, but its primal is of length 1");
    }

    @Test
    void floatsAndVariableArity() {
        Compiled demo = Compiled.members("""
                @Differentiable
                static float f(float[] x, double... more) {
                    return x[0] * (float) more[0];
                }
                """);
        float[] one = {1};
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", one, TWO, new float[2], TWO),
                "xTangent is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "f", one, TWO, one, THREE),
                "moreTangent is of length 3, but its primal is of length 2");
    }

    @Test
    void objects() throws ReflectiveOperationException {
        Compiled demo = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Demo {
                    interface Shape { double area(); }
                    @Differentiable
                    record Disc(double radius) implements Shape {
                        public double area() { return radius * radius; }
                    }
                    record Unit() implements Shape {
                        public double area() { return 1; }
                    }
                    @Differentiable
                    static double first(Disc disc, Disc[] discs, Shape[][] rows) {
                        return disc.radius() + discs[0].radius();
                    }
                    @Differentiable
                    static double area(Shape shape, double x) {
                        return x * shape.area();
                    }
                }
                """);
        Class<?> discs = demo.load("demo.Demo$Disc");
        Class<?> tangents = demo.load("demo.Demo_DiscTangent");
        Object disc = newRecord(discs);
        Object tangent = newRecord(tangents);
        Object one = arrayOf(discs, disc);
        Object oneTangent = arrayOf(tangents, tangent);
        Object rows = Array.newInstance(demo.load("demo.Demo$Shape"), 2, 1);
        Object rowsTangent = Array.newInstance(demo.load("demo.Demo_ShapeTangent"), 2, 1);
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "first", disc, one, rows, null, oneTangent, rowsTangent),
                "discTangent is null, but its primal is not");
        assertMismatch(
                () -> demo.call(
                        "demo.DemoTangent",
                        "first",
                        disc,
                        one,
                        rows,
                        tangent,
                        Array.newInstance(tangents, 2),
                        rowsTangent),
                "discsTangent is of length 2, but its primal is of length 1");
        Object otherRows = Array.newInstance(demo.load("demo.Demo_ShapeTangent"), 2, 3);
        assertMismatch(
                () -> demo.call("demo.DemoTangent", "first", disc, one, rows, tangent, oneTangent, otherRows),
                "rowsTangent[0] is of length 3, but its primal is of length 1");
        assertThat(demo.call("demo.DemoTangent", "first", disc, one, rows, tangent, oneTangent, rowsTangent))
                .isEqualTo(new Dual(4, 4));
        // An object of a class that is not marked is a constant: it has no tangent.
        Object unit = newRecord(demo.load("demo.Demo$Unit"));
        assertThat(demo.call("demo.DemoTangent", "area", unit, 3.0, null, 2.0)).isEqualTo(new Dual(3, 2));
    }

    private static Object newRecord(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(2.0);
    }

    private static Object arrayOf(Class<?> type, Object element) {
        Object array = Array.newInstance(type, 1);
        Array.set(array, 0, element);
        return array;
    }

    @Test
    void receiversThatAreDispatched() throws ReflectiveOperationException {
        Compiled demo = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                class Demo {
                    @Differentiable
                    double f(double[][] x) { return x[0][0]; }
                    static class Twice extends Demo {
                        @Override
                        @Differentiable
                        double f(double[][] x) { return 2 * x[0][0] + super.f(x); }
                    }
                }
                """);
        double[][] x = {{5}};
        for (String name : new String[] {"demo.Demo", "demo.Demo$Twice"}) {
            var constructor = demo.load(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            Object self = constructor.newInstance();
            assertMismatch(
                    () -> demo.call("demo.DemoTangent", "f", self, x, new double[][] {{1, 2}}),
                    "xTangent[0] is of length 2, but its primal is of length 1");
            double factor = name.equals("demo.Demo") ? 1 : 3;
            assertThat(demo.call("demo.DemoTangent", "f", self, x, new double[][] {{1}}))
                    .isEqualTo(new Dual(5 * factor, factor));
        }
    }

    @Test
    void alongTwoDirections() {
        Compiled demo = Compiled.members("""
                @Differentiable(order = 2)
                static double f(double[] x, double[][] m) {
                    return x[0] * x[0] * m[0][0];
                }
                """);
        double[][] m = {{2}};
        double[][] wrong = {{2, 3}};
        double[] one = {1};
        assertMismatch(
                () -> demo.call("demo.DemoSecondOrder", "f", one, m, TWO, m, one, m),
                "xTangent is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoSecondOrder", "f", one, m, one, m, TWO, m),
                "xTangent2 is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoSecondOrder", "f", one, m, one, m, one, wrong),
                "mTangent2[0] is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoSecondOrder", "f", one, m, one, m, one, m, one, wrong),
                "mSecond[0] is of length 2, but its primal is of length 1");
        assertMismatch(
                () -> demo.call("demo.DemoSecondOrder", "f", one, m, one, m, one, m, null, m),
                "xSecond is null, but its primal is of length 1");
    }

    /** A callee that takes a matrix and looks at one row of it must not look at all rows: its callers have seen to them. */
    @Test
    void generatedCodeDoesNotCheckTheRowsAgain() {
        String members = """
                @Differentiable(order = 2)
                static double row(double[][] m, int i) {
                    return m[i][0] * m[i][1];
                }
                @Differentiable(order = 2)
                static double sum(double[][] m) {
                    double sum = 0;
                    for (int i = 0; i < m.length; i++) {
                        sum += row(m, i);
                    }
                    return sum;
                }
                """;
        Compiled demo = Compiled.members(members);
        double[][] m = {{1, 2}, {3, 4}};
        // A row that is not looked at does no harm where nothing checks.
        assertThat(demo.call("demo.DemoTangent", "rowUnchecked", m, 0, new double[][] {{1, 1}, null}))
                .isEqualTo(new Dual(2, 3));
        assertThat(demo.call("demo.DemoTangent", "sum", m, m)).isEqualTo(new Dual(14, 28));
        Differentiated.of(members, "sum").at((Object) m);
        Twice.of(demo, "sum").at((Object) m);
    }

    @Test
    void theOtherMethodMayNotClash() {
        Refused.members("""
                @Differentiable
                static double f(double[][] m) {
                    return m[0][0];
                }
                @Differentiable
                static double «fUnchecked(double[][] m) {
                    return m[0][1];
                }
                """).with("NameClash", "fUnchecked");
    }

    @Test
    void aPrivateMethodOfTheNameOfTheOtherIsCopiedUnderAnother() {
        Differentiated.of("""
                @Differentiable
                static double f(double[][] m) {
                    return m[0][0] * fUnchecked(3) * fUnchecked(new double[][] {m[0], m[0]});
                }
                private static double fUnchecked(int n) {
                    return n + 1;
                }
                private static double fUnchecked(double[][] m) {
                    return m[1][0];
                }
                """, "f").at((Object) new double[][] {{2}});
    }

    @Test
    void variablesMayHaveTheNamesOfTheClassesThatCheck() {
        Differentiated.of("""
                @Differentiable
                static double f(double[] Tangents, double[] Receivers) {
                    double Shadows = Tangents[0] * Receivers[0];
                    return Shadows;
                }
                """, "f").at(new double[] {2}, new double[] {3});
    }

    @Test
    void methodsOfOneNameKeepApart() throws ReflectiveOperationException {
        Compiled demo = Compiled.members("""
                @Differentiable
                static double f(double[][] m) {
                    return m[0][0];
                }
                @Differentiable
                static double f(double[] m) {
                    return f(new double[][] {m, m});
                }
                @Differentiable
                static double fUnchecked(double[] m) {
                    return f(m);
                }
                """);
        Class<?> gradients = demo.load("demo.DemoGradient");
        for (String name : new String[] {"f", "fUnchecked"}) {
            Method gradient = gradients.getDeclaredMethod(name, double[].class);
            gradient.setAccessible(true);
            assertThat(gradient.invoke(null, (Object) TWO)).extracting("m").isEqualTo(new double[] {1, 0});
        }
    }
}
