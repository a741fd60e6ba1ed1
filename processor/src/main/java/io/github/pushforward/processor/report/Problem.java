package io.github.pushforward.processor.report;

import io.github.pushforward.processor.ir.Span;

/**
 * Something that stops a method from being differentiated.
 *
 * @param what what is wrong, naming the construct
 * @param advice what to write instead
 * @param span where
 */
public record Problem(Code code, String what, String advice, Span span) {

    /** The message where it names what it is about: {@code [Code] what; advice}. */
    public String message() {
        return message("");
    }

    /**
     * The message as the compiler shows it: {@code [Code] what: expression; advice}.
     *
     * @param expression what it is about; empty where it says so itself
     */
    public String message(String expression) {
        return "[" + code + "] " + what + (expression.isEmpty() ? "" : ": " + expression) + "; " + advice;
    }
}
