package io.github.pushforward.processor.ir;

/** Who may use a class or a method. */
public enum Access {
    PRIVATE,
    PACKAGE,
    PROTECTED,
    PUBLIC
}
