package io.github.pushforward.processor.emit;

/** Java literals of exactly the value they stand for, NaN, infinities and suffixes included. */
final class Literals {
    private Literals() {}

    static String of(Object value) {
        if (value instanceof Double number) {
            return of(number, Double.toString(number), "Double");
        }
        if (value instanceof Float number) {
            return of(number.doubleValue(), number + "f", "Float");
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof Character character) {
            return character(character);
        }
        return value.toString();
    }

    private static String of(double number, String finite, String type) {
        if (Double.isNaN(number)) {
            return type + ".NaN";
        }
        if (Double.isInfinite(number)) {
            return type + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return finite;
    }

    private static String character(char character) {
        return switch (character) {
            case '\'' -> "'\\''";
            case '\\' -> "'\\\\'";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            default ->
                character >= ' ' && character < 127
                        ? "'" + character + "'"
                        : String.format("'\\u%04x'", (int) character);
        };
    }
}
