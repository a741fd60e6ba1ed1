package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Map;

/** The interfaces of the functions that streams of elements of some type take, by the rules of their names. */
final class StreamTypes {
    private static final Map<Type, String> PREFIXES =
            Map.of(Primitive.DOUBLE, "Double", Primitive.INT, "Int", Primitive.LONG, "Long");

    private StreamTypes() {}

    /** Whether there is a stream of such numbers, and not of objects. */
    static boolean isNumber(Type element) {
        return PREFIXES.containsKey(element);
    }

    static ClassType operator(Type element) {
        return named(PREFIXES.get(element) + "UnaryOperator");
    }

    static ClassType binaryOperator(Type element) {
        return named(PREFIXES.get(element) + "BinaryOperator");
    }

    static ClassType supplier(Type element) {
        return named(PREFIXES.get(element) + "Supplier");
    }

    static ClassType predicate(Type element) {
        return of(element, "Predicate");
    }

    static ClassType consumer(Type element) {
        return of(element, "Consumer");
    }

    /** A function from elements to numbers of another type. */
    static ClassType function(Type element, Type result) {
        String to = "To" + PREFIXES.get(result) + "Function";
        return isNumber(element) ? named(PREFIXES.get(element) + to) : named(to).withArguments(List.of(element));
    }

    private static ClassType of(Type element, String name) {
        return isNumber(element)
                ? named(PREFIXES.get(element) + name)
                : named(name).withArguments(List.of(element));
    }

    private static ClassType named(String name) {
        return ClassType.of("java.util.function", name);
    }
}
