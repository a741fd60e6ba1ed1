package io.github.pushforward.processor.ir;

/**
 * A parameter of a method.
 *
 * @param active whether the method is differentiated with respect to it: of a type that carries a derivative, and not
 *     marked {@code @Constant}
 * @param span its declaration
 */
public record Parameter(Local local, boolean active, Span span) {

    /** A parameter that no source file declares. */
    public Parameter(Local local, boolean active) {
        this(local, active, Span.NONE);
    }
}
