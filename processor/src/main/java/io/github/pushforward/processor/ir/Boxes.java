package io.github.pushforward.processor.ir;

import java.util.Map;
import java.util.Optional;

/** The classes of {@code java.lang} that box the primitive types (JLS 5.1.7, 5.1.8). */
public final class Boxes {
    private static final Map<Primitive, String> NAMES = Map.of(
            Primitive.BOOLEAN, "Boolean",
            Primitive.BYTE, "Byte",
            Primitive.SHORT, "Short",
            Primitive.CHAR, "Character",
            Primitive.INT, "Integer",
            Primitive.LONG, "Long",
            Primitive.FLOAT, "Float",
            Primitive.DOUBLE, "Double");

    private Boxes() {}

    /** The class that boxes a primitive type; other types as they are. */
    public static Type boxed(Type type) {
        String name = type instanceof Primitive primitive ? NAMES.get(primitive) : null;
        return name == null ? type : ClassType.of("java.lang", name);
    }

    /** The primitive type that a class boxes; nothing for other types, primitive ones included. */
    public static Optional<Primitive> content(Type type) {
        return NAMES.keySet().stream()
                .filter(primitive -> boxed(primitive).equals(type))
                .findFirst();
    }

    public static boolean isBox(Type type) {
        return content(type).isPresent();
    }

    /** The primitive type of a box; other types as they are. */
    public static Type unboxed(Type type) {
        return content(type).map(primitive -> (Type) primitive).orElse(type);
    }

    /** The value of a box, which throws where the box is {@code null}; other values as they are. */
    public static Expr unboxed(Expr value) {
        return content(value.type())
                .map(primitive -> (Expr) new Expr.Cast(primitive, value, Span.NONE))
                .orElse(value);
    }

    /** The value as a variable or parameter of the given type takes it: out of its box where that is primitive. */
    public static Expr converted(Expr value, Type type) {
        return type instanceof Primitive ? unboxed(value) : value;
    }

    /** Whether a cast boxes a value or takes it out of its box where the language does so without being told. */
    public static boolean isImplicit(Expr.Cast cast) {
        return cast.span() == Span.NONE && (isBox(cast.operand().type()) || isBox(cast.type()));
    }

    /** Whether evaluating a cast fails where its operand is {@code null}. */
    public static boolean isUnboxing(Expr.Cast cast) {
        return cast.type() instanceof Primitive && isBox(cast.operand().type());
    }
}
