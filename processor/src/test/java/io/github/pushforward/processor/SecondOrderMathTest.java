package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Twice;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Second derivatives of every function of {@code Math} over {@code double}, and of those that a library has beyond it, for each choice
 * of active arguments, at arguments that bend themselves: squares of inputs.
 */
class SecondOrderMathTest {
    /** Arguments inside every domain: in (0, 1), and in order for {@code clamp}. */
    private static final double[][] POINTS = {{0.51, 0.32, 0.83}, {0.87, 0.35, 0.94}};

    private static final Map<String, Method> METHODS = new HashMap<>();
    private static Compiled compiled;

    private static Stream<Method> functions() {
        Stream<Method> ofMath = Arrays.stream(Math.class.getDeclaredMethods());
        Stream<Method> beyond = Arrays.stream(FastMath.class.getDeclaredMethods())
                .filter(method -> Arrays.stream(Math.class.getDeclaredMethods())
                        .noneMatch(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
        return Stream.concat(ofMath, beyond)
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == double.class)
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .allMatch(type -> type == double.class || type == int.class || type == long.class))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(double.class))
                .sorted(Comparator.comparing(Method::toString));
    }

    /** All in one class: they share the time that a compilation takes. */
    @BeforeAll
    static void compile() {
        StringBuilder members = new StringBuilder();
        functions().forEach(function -> {
            Class<?>[] types = function.getParameterTypes();
            for (int bits = 1; bits < 1 << types.length; bits++) {
                if (isPossible(types, bits)) {
                    String name = "f" + METHODS.size();
                    METHODS.put(name, function);
                    members.append(caller(function, name, bits));
                }
            }
        });
        compiled = Compiled.members(members.toString());
    }

    private static boolean isPossible(Class<?>[] types, int bits) {
        for (int i = 0; i < types.length; i++) {
            if ((bits & 1 << i) != 0 && types[i] != double.class) {
                return false;
            }
        }
        return true;
    }

    private static String caller(Method function, String name, int active) {
        Class<?>[] types = function.getParameterTypes();
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            boolean isNumber = types[i] == double.class;
            String mark = isNumber && (active & 1 << i) == 0 ? "@Constant " : "";
            parameters.add(mark + types[i].getName() + " x" + i);
            String least = function.getName().equals("acosh") ? "1.5 + " : "";
            arguments.add(isNumber ? least + "x" + i + " * x" + i : "x" + i);
        }
        return """
                @Differentiable(order = 2)
                static double %s(%s) {
                    return x0 * %s.%s(%s);
                }
                """.formatted(
                        name,
                        String.join(", ", parameters),
                        function.getDeclaringClass().getName(),
                        function.getName(),
                        String.join(", ", arguments));
    }

    @TestFactory
    Stream<DynamicTest> agreeWithDifferences() {
        return METHODS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name + ": " + METHODS.get(name), () -> {
                    for (double[] point : POINTS) {
                        Class<?>[] types = METHODS.get(name).getParameterTypes();
                        Twice.of(compiled, name).at(arguments(types, point));
                    }
                }));
    }

    private static Object[] arguments(Class<?>[] types, double[] point) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] =
                    types[i] == double.class ? (Object) point[i] : types[i] == int.class ? (Object) 3 : (Object) 3L;
        }
        return arguments;
    }
}
