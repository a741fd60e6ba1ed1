package io.github.pushforward.programs.interpret;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exception of the program that is run. */
public final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Map<String, String> PARENTS = Map.of(
            "ArrayIndexOutOfBoundsException", "IndexOutOfBoundsException",
            "IndexOutOfBoundsException", "RuntimeException",
            "ArithmeticException", "RuntimeException",
            "NullPointerException", "RuntimeException",
            "NegativeArraySizeException", "RuntimeException",
            "IllegalArgumentException", "RuntimeException",
            "IllegalStateException", "RuntimeException",
            "Failure", "RuntimeException");

    private final String kind;

    Thrown(String kind, @Nullable String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** The simple name of its class. */
    public String kind() {
        return kind;
    }

    /** Whether a handler for a class catches it. */
    boolean isA(String exception) {
        for (String at = kind; at != null; at = PARENTS.get(at)) {
            if (at.equals(exception)) {
                return true;
            }
        }
        return false;
    }
}
