package io.github.pushforward.processor.ir;

import java.util.Locale;

/** The primitive types and {@code void}; the numeric ones in the order of binary promotion (JLS 5.6). */
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

    public boolean isNumeric() {
        return compareTo(BYTE) >= 0;
    }

    public boolean isIntegral() {
        return isNumeric() && !isFloating();
    }

    @Override
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
