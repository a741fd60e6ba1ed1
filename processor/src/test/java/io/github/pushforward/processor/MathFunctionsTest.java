package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every floating-point function of {@code Math} and {@code StrictMath} that this JDK has, known to us or not. */
class MathFunctionsTest {
    private static final Set<String> PIECEWISE_CONSTANT = Set.of("ceil", "floor", "rint", "signum", "ulp");
    /** Arguments inside every domain: in (0, 1), and in order for {@code clamp}. */
    private static final double[][] POINTS = {{0.31, 0.22, 0.73}, {0.87, 0.15, 0.64}, {0.09, 0.38, 0.59}};

    static Stream<Named<Method>> functions() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> isFloating(method.getReturnType()))
                .filter(method -> Arrays.stream(method.getParameterTypes()).anyMatch(MathFunctionsTest::isFloating))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> Named.of(describe(method), method));
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == float.class;
    }

    private static String describe(Method function) {
        return Arrays.stream(function.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(
                        ", ", function.getDeclaringClass().getSimpleName() + "." + function.getName() + "(", ")"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void agreesWithDifferences(Method function) {
        List<boolean[]> patterns = patterns(function.getParameterTypes());
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < patterns.size(); i++) {
            members.append(caller(function, "f" + i, patterns.get(i)));
        }
        Compiled compiled = Compiled.members(members.toString());
        for (int i = 0; i < patterns.size(); i++) {
            Differentiated method = Differentiated.method(compiled, "f" + i, patterns.get(i));
            if (function.getReturnType() == float.class) {
                method.inSinglePrecision();
            }
            for (double[] point : POINTS) {
                Object[] arguments = arguments(function.getParameterTypes(), point);
                method.at(arguments);
                if (PIECEWISE_CONSTANT.contains(function.getName())) {
                    method.tangentIs(0, arguments, 1.0);
                }
            }
        }
    }

    /** Which of the floating-point arguments are active: every choice of at least one. */
    private static List<boolean[]> patterns(Class<?>[] types) {
        List<boolean[]> patterns = new ArrayList<>();
        for (int bits = 1; bits < 1 << types.length; bits++) {
            boolean[] pattern = new boolean[types.length];
            boolean isPossible = true;
            for (int i = 0; i < types.length; i++) {
                pattern[i] = (bits & 1 << i) != 0;
                isPossible &= !pattern[i] || isFloating(types[i]);
            }
            if (isPossible) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private static String caller(Method function, String name, boolean[] active) {
        Class<?>[] types = function.getParameterTypes();
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            String parameter = "x" + i;
            String type = isFloating(types[i]) ? "double" : types[i].getName();
            parameters.add((isFloating(types[i]) && !active[i] ? "@Constant " : "") + type + " " + parameter);
            arguments.add((types[i] == float.class ? "(float) " : "") + parameter);
        }
        return """
                @Differentiable
                static double %s(%s) {
                    double result = %s.%s(%s);
                    return result;
                }
                """.formatted(
                        name,
                        String.join(", ", parameters),
                        function.getDeclaringClass().getSimpleName(),
                        function.getName(),
                        String.join(", ", arguments));
    }

    private static Object[] arguments(Class<?>[] types, double[] point) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = isFloating(types[i]) ? (Object) point[i] : 3;
        }
        return arguments;
    }

    @Test
    void integerFunctionsAreOrdinaryValues() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, long m) {
                            double y = Math.abs(n) * x + Math.max(n, 2) * x - Math.min(m, 3L) * x + Math.floorMod(n, 3);
                            y *= Math.round(x * 3) + Math.getExponent(x) + StrictMath.floorDiv(m, 4L) + Math.addExact(n, 1);
                            return y + Math.round((float) x) * x + Math.multiplyHigh(m, m);
                        }
                        """, "f").at(0.7, -5, 1L << 40).at(2.3, 7, -3L);
    }

    @Test
    void functionsOfMixedArguments() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, @Constant float[] w) {
                            double y = Math.max(x, n) + Math.pow(x, n) + Math.pow(n, x) + Math.hypot(n, x) + Math.sqrt(n) * x;
                            y -= Math.atan2(x, n) * Math.min(w[0], x) + Math.max(n, w[0]) * Math.abs(-x) + Math.sin(n);
                            return y + Math.fma(x, n, 'a') + Math.scalb(x, n) + Math.copySign(x, -n);
                        }
                        """, "f").at(0.7, 3, new float[] {0.25f}).at(2.3, 1, new float[] {-2.5f});
    }

    @Test
    void functionsOfFunctions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            return Math.log1p(Math.exp(-Math.abs(x))) * Math.tanh(Math.sqrt(1 + Math.pow(y, 3)))
                                    + Math.exp(x) / Math.exp(x) * Math.exp(x) - Math.sqrt(Math.exp(y) * Math.exp(y));
                        }
                        """, "f").at(0.7, 1.1).at(-1.3, 0.4);
    }

    @Test
    void statically() {
        Differentiated.method(Compiled.sources("""
                                package demo;
                                import static java.lang.Math.*;
                                import static java.lang.StrictMath.cbrt;
                                import io.github.pushforward.Differentiable;
                                final class Demo {
                                    @Differentiable
                                    static double f(double x) {
                                        return sin(x) * cbrt(x) + PI * java.lang.Math.exp(x) / E;
                                    }
                                }
                                """), "f", true).at(0.7);
    }

    @Test
    void exceptionalPoints() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            return n == 0 ? Math.sqrt(x) : n == 1 ? Math.pow(x, 0.5) : n == 2 ? Math.abs(x) : Math.pow(x, 2);
                        }
                        """, "f")
                .tangentIs(0, new Object[] {0.0, 0}, 0.0)
                .tangentIs(0, new Object[] {0.0, 1}, 0.0)
                .tangentIs(0, new Object[] {0.0, 2}, 1.0)
                .tangentIs(-4, new Object[] {-2.0, 3}, 1.0);
    }

    /** The integer that a remainder subtracts overflows, or x − r does: of no matter to a divisor that does not move. */
    @Test
    void remaindersOfHugeQuotients() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, boolean nearest) {
                            return nearest ? Math.IEEEremainder(x, y) : x % y;
                        }
                        """, "f")
                .tangentIs(1, new Object[] {1e300, 1e-20, false}, 1.0, 0.0)
                .tangentIs(1, new Object[] {1e300, 1e-20, true}, 1.0, 0.0)
                .tangentIs(-1, new Object[] {Double.MAX_VALUE, 0.6 * Double.MAX_VALUE, true}, 1.0, 1.0);
    }

    /** 1 − r² is 0 there, and so was the tangent; 1/cosh² is not. */
    @Test
    void theTangentOfASaturatedTanh() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            return Math.tanh(x) * 1e26;
                        }
                        """, "f").tangentIs(3.5026043050786081, new Object[] {30.0}, 1.0);
    }

    /** By {@code StrictMath} alone: {@code Math} has other bits at a tenth of these points, on machines with routines of their own. */
    @Test
    void theTangentsOfAStrictPowerAreStrict() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, double y) {
                    return StrictMath.pow(x, y);
                }
                """);
        Differentiated.method(compiled, "f", true, true).at(0.7, 1.3).at(2.5, -0.25);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            double x = random.nextDouble(0.01, 10);
            double y = random.nextDouble(-5, 5);
            Dual byBase = (Dual) compiled.call("demo.DemoTangent", "f", x, y, 1.0, 0.0);
            Dual byExponent = (Dual) compiled.call("demo.DemoTangent", "f", x, y, 0.0, 1.0);

            assertThat(byBase.tangent()).isEqualTo(y * StrictMath.pow(x, y - 1));
            assertThat(byExponent.tangent()).isEqualTo(StrictMath.pow(x, y) * StrictMath.log(x));
        }
    }
}
