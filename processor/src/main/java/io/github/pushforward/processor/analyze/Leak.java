package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Span;

/**
 * An array, an object or a field without a tangent into which an active value is put, and where.
 *
 * @param array what it is called
 * @param advice what to do about it
 */
record Leak(String array, String advice, Span span) {

    static Leak into(Place.Field field, Span span) {
        return new Leak(field.owner() + "." + field.name(), advice(field), span);
    }

    private static String advice(Place.Field field) {
        if (field.isStatic() || field.owner().packageName().startsWith("java.")) {
            return "use a local variable or array";
        }
        return field.owner().isActive()
                ? "take @Constant off the field, or use a local variable or array"
                : "mark the class " + field.owner()
                        + " @Differentiable where it is yours, or use a local variable or array";
    }
}
