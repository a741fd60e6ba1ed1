package io.github.pushforward.processor.singular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A function as {@code docs/conventions.md} writes it, {@code hypot(x, y)} or {@code x % y}, as a method under test. Its
 * parameters {@code n} and {@code m} are an {@code int} and a {@code long}.
 *
 * @param expression its Java, for numbers of the names of the parameters
 */
record Form(String function, String expression, List<String> parameters) {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\(([\\w, ]+)\\)");
    private static final List<String> LIBRARIES = List.of("org.hipparchus.util.FastMath", "net.jafama.FastMath");

    /** What is not an expression of its arguments as it stands. */
    private static final Map<String, String> EXPRESSIONS = Map.of(
            "Arrays.sort({x, y})", "lower(x, y)",
            "DoubleStream.of(x, y).max()", "java.util.stream.DoubleStream.of(x, y).max().getAsDouble()",
            "DoubleStream.of(x, y).min()", "java.util.stream.DoubleStream.of(x, y).min().getAsDouble()",
            "DoubleStream.of(x, y).sum()", "java.util.stream.DoubleStream.of(x, y).sum()",
            "DoubleStream.of(x, y).average()", "java.util.stream.DoubleStream.of(x, y).average().getAsDouble()");

    /** A helper of the methods under test. */
    static final String HELPERS = """
            private static double lower(double x, double y) {
                double[] sorted = {x, y};
                java.util.Arrays.sort(sorted);
                return sorted[0];
            }
            """;

    /** By {@code Math} or {@code StrictMath}; else, and where those refuse arguments that others take, by a library like them. */
    static List<Form> of(String function, Class<?> math) {
        Matcher call = CALL.matcher(function);
        if (!call.matches()) {
            List<String> parameters = Pattern.compile("\\b[xy]\\b")
                    .matcher(function)
                    .results()
                    .map(result -> result.group())
                    .distinct()
                    .toList();
            return math == Math.class
                    ? List.of(new Form(function, EXPRESSIONS.getOrDefault(function, function), parameters))
                    : List.of();
        }
        List<String> parameters = List.of(call.group(2).split(", "));
        LinkedHashSet<Class<?>> owners = new LinkedHashSet<>();
        if (has(math, call.group(1), parameters)) {
            owners.add(math);
        }
        if (math == Math.class && (owners.isEmpty() || call.group(1).equals("clamp"))) {
            LIBRARIES.stream()
                    .map(Form::load)
                    .filter(library -> has(library, call.group(1), parameters))
                    .findFirst()
                    .ifPresent(owners::add);
        }
        return owners.stream()
                .map(owner -> new Form(function, owner.getName() + "." + function, parameters))
                .toList();
    }

    /** Whether {@code Math} has it. */
    static boolean isOfMath(String function) {
        Matcher call = CALL.matcher(function);
        return call.matches()
                && has(Math.class, call.group(1), List.of(call.group(2).split(", ")));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static boolean has(Class<?> owner, String name, List<String> parameters) {
        Class<?>[] types = parameters.stream().map(Form::type).toArray(Class<?>[]::new);
        return Stream.of(owner.getMethods())
                .anyMatch(method -> method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), types));
    }

    private static Class<?> type(String parameter) {
        return switch (parameter) {
            case "n" -> int.class;
            case "m" -> long.class;
            default -> double.class;
        };
    }

    /** A method of a class under test. */
    String source(String name, List<Boolean> active, Class<?> number) {
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Class<?> type = type(parameters.get(i));
            String mark = active.get(i) || type != double.class ? "" : "@Constant ";
            declared.add(mark + (type == double.class ? number : type) + " " + parameters.get(i));
        }
        String cast = number == float.class ? "(float) " : "";
        return """
                @SuppressWarnings({"pushforward", "cast"})
                @Differentiable%s
                static %s %s(%s) {
                    %s result = %s(%s);
                    return result;
                }
                """.formatted(
                        number == double.class ? "(order = 2)" : "",
                        number,
                        name,
                        String.join(", ", declared),
                        number,
                        cast,
                        expression);
    }

    /** The arguments as the method takes them. */
    List<Object> arguments(List<Number> numbers, Class<?> number) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> argument(numbers.get(i), type(parameters.get(i)), number))
                .toList();
    }

    private static Object argument(Number value, Class<?> type, Class<?> number) {
        if (type == int.class) {
            return Math.toIntExact(value.longValue());
        }
        if (type == long.class) {
            return value.longValue();
        }
        return number == float.class ? (Object) value.floatValue() : (Object) value.doubleValue();
    }
}
