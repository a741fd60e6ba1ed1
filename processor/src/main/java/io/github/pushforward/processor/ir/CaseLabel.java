package io.github.pushforward.processor.ir;

/** What stands after {@code case}, or {@code default}. */
public sealed interface CaseLabel {

    /** A constant: a number, a character, a string, an enum constant that the source qualifies. */
    record Constant(Expr value) implements CaseLabel {}

    /** A constant of the enum that is switched on, by its simple name. */
    record EnumConstant(String name) implements CaseLabel {}

    /** {@code null}, since Java 21. */
    record Null() implements CaseLabel {}

    /** {@code default}, also after {@code case null}. */
    record Default() implements CaseLabel {}

    /** A pattern, since Java 21. */
    record Matching(Pattern pattern, Span span) implements CaseLabel {}
}
