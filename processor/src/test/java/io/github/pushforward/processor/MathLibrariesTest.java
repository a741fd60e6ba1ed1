package io.github.pushforward.processor;

import static java.util.stream.Collectors.joining;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every floating-point function of the libraries that stand in for {@code Math}: differentiated, or refused by name. */
class MathLibrariesTest {
    /** Functions of jafama alone. */
    private static final Set<String> WITHOUT_RULE = Set.of(
            "acosInRange(double)",
            "acosh1p(double)",
            "asinInRange(double)",
            "cosQuick(double)",
            "coshm1(double)",
            "expQuick(double)",
            "hypot(double,double,double)",
            "invSqrtQuick(double)",
            "logQuick(double)",
            "normalizeMinusHalfPiHalfPi(double)",
            "normalizeMinusHalfPiHalfPiFast(double)",
            "normalizeMinusPiPi(double)",
            "normalizeMinusPiPiFast(double)",
            "normalizeZeroTwoPi(double)",
            "normalizeZeroTwoPiFast(double)",
            "powQuick(double,double)",
            "remainder(double,double)",
            "sinQuick(double)",
            "sqrtQuick(double)",
            "toDegrees(boolean,int,int,double)",
            "toRadians(boolean,int,int,double)",
            "toRange(double,double,double)",
            "toRange(float,float,float)");

    private static Stream<Method> functions(Class<?> library) {
        return Arrays.stream(library.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> isFloating(method.getReturnType()))
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(Class::isPrimitive))
                .filter(method -> Arrays.stream(method.getParameterTypes()).anyMatch(MathLibrariesTest::isFloating))
                .sorted(Comparator.comparing(Method::toString));
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == float.class;
    }

    private static String describe(Method function) {
        return Arrays.stream(function.getParameterTypes())
                .map(Class::getName)
                .collect(joining(",", function.getName() + "(", ")"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                org.apache.commons.math.util.FastMath.class,
                org.apache.commons.math3.util.FastMath.class,
                org.apache.commons.math4.core.jdkmath.AccurateMath.class,
                org.apache.commons.math4.core.jdkmath.JdkMath.class,
                org.hipparchus.util.FastMath.class,
                net.jafama.FastMath.class,
                net.jafama.StrictFastMath.class
            })
    void agreesWithDifferences(Class<?> library) {
        List<Method> known = functions(library)
                .filter(function -> !WITHOUT_RULE.contains(describe(function)))
                .toList();
        Compiled compiled = Compiled.members(IntStream.range(0, known.size())
                .mapToObj(i -> caller(known.get(i), "f" + i, ""))
                .collect(joining()));
        for (int i = 0; i < known.size(); i++) {
            Method function = known.get(i);
            Class<?>[] types = function.getParameterTypes();
            boolean[] active = new boolean[types.length];
            for (int j = 0; j < types.length; j++) {
                active[j] = isFloating(types[j]);
            }
            Differentiated method = Differentiated.method(compiled, "f" + i, active);
            if (function.getReturnType() == float.class) {
                method.inSinglePrecision();
            }
            double shift = function.getName().equals("acosh") ? 1 : 0;
            method.at(arguments(types, 0.31 + shift, 0.22, 0.73)).at(arguments(types, 0.87 + shift, 0.15, 0.64));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {net.jafama.FastMath.class, net.jafama.StrictFastMath.class})
    void refusesTheRest(Class<?> library) {
        List<Method> unknown = functions(library)
                .filter(function -> WITHOUT_RULE.contains(describe(function)))
                .toList();
        String members = IntStream.range(0, unknown.size())
                .mapToObj(i -> caller(unknown.get(i), "f" + i, "«"))
                .collect(joining());
        Refused.members(members)
                .withEach(unknown.stream().map(function -> "NoTangent").toArray(String[]::new));
    }

    private static String caller(Method function, String name, String mark) {
        Class<?>[] types = function.getParameterTypes();
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            parameters.add((isFloating(types[i]) ? "double" : types[i].getName()) + " x" + i);
            arguments.add((types[i] == float.class ? "(float) x" : "x") + i);
        }
        return """
                @Differentiable
                static double %s(%s) {
                    double result = %s%s.%s(%s);
                    return result;
                }
                """.formatted(
                        name,
                        String.join(", ", parameters),
                        function.getDeclaringClass().getName(),
                        mark,
                        function.getName(),
                        String.join(", ", arguments));
    }

    private static Object[] arguments(Class<?>[] types, double... point) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = isFloating(types[i]) ? (Object) point[i] : types[i] == long.class ? (Object) 3L : 3;
        }
        return arguments;
    }

    @Test
    void integerPowers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, long m) {
                            double y = org.apache.commons.math3.util.FastMath.pow(x, n)
                                    - org.hipparchus.util.FastMath.pow(x, m) * net.jafama.FastMath.powFast(x, n - 1);
                            return y + org.apache.commons.math3.util.FastMath.pow(x, 2);
                        }
                        """, "f").at(-0.7, 3, 4L).at(1.3, -2, -5L).at(0.7, 0, 1L);
    }

    @Test
    void oneActiveArgumentOfALogarithm() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return org.apache.commons.math3.util.FastMath.log(c, x)
                                    * org.hipparchus.util.FastMath.log(x, c);
                        }
                        """, "f").at(0.7, 2.5);
    }

    /** Its ends may be the wrong way round, which {@code Math.clamp} refuses. */
    @Test
    void clampOfHipparchus() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double low, double high) {
                            return org.hipparchus.util.FastMath.clamp(x, low, high);
                        }
                        """, "f")
                .at(0.7, 0.2, 1.0)
                .at(0.1, 0.2, 1.0)
                .at(1.1, 0.2, 1.0)
                .at(0.7, 0.9, 0.5);
    }

    /** A function of numbers that also writes somewhere is none of those of {@code Math}. */
    @Test
    void functionsThatWrite() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, net.jafama.DoubleWrapper cosine) {
                            return net.jafama.FastMath«.sinAndCos(x, cosine);
                        }
                        """).with("NoTangent", "net.jafama.FastMath.sinAndCos");
    }
}
