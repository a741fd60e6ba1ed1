package io.github.pushforward.processor.ir;

/**
 * A parameter of a method.
 *
 * @param active whether the method is differentiated with respect to it: of a type that carries a derivative, and not
 *     marked {@code @Constant}
 */
public record Parameter(Local local, boolean active) {}
