package io.github.pushforward.programs.tree;

import java.util.Locale;

/** A primitive type, or {@code void}. In the order of widening, but for {@code char}. */
public enum Primitive implements Type {
    VOID,
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    @Override
    public String source() {
        return name().toLowerCase(Locale.ROOT);
    }

    String boxName() {
        return switch (this) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> name().charAt(0) + source().substring(1);
        };
    }

    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    public boolean isNumeric() {
        return compareTo(BYTE) >= 0;
    }

    public boolean isIntegral() {
        return isNumeric() && !isFloating();
    }

    /** Unary numeric promotion (JLS 5.6). */
    public Primitive promoted() {
        return isNumeric() && compareTo(INT) < 0 ? INT : this;
    }

    /** Binary numeric promotion (JLS 5.6); two booleans stay boolean. */
    public static Primitive promoted(Primitive one, Primitive other) {
        Primitive wider = one.compareTo(other) >= 0 ? one : other;
        return wider.promoted();
    }

    /** Whether a value of this type may be assigned to a variable of the other (JLS 5.1.2). */
    public boolean widensTo(Primitive other) {
        if (this == other) {
            return true;
        }
        return isNumeric() && other != CHAR && compareTo(other) < 0 && !(this == CHAR && other == SHORT);
    }

    /** The primitive type of a value, unboxed. */
    public static Primitive of(Type type) {
        return type instanceof Box box ? box.primitive() : (Primitive) type;
    }
}
