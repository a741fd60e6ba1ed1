package io.github.pushforward.processor.report;

/** What kind of problem it is; the name in brackets at the start of every message. */
public enum Code {
    UnsupportedStatement,
    UnsupportedExpression,
    UnsupportedType,
    UnsupportedMethod,
    NothingToDifferentiate,
    NoTangent,
    ConstantReceivesActiveValue,
    BadRule,
    NoGradient,
    NoDependence,
    EqualityGuard,
    TruncatedValue,
    MethodTooLarge,
    NotAccessible,
    NameClash,
    UnresolvedName,
    UnsupportedCompiler,
    UnsupportedRelease,
    MissingRuntime,
    MissingLibrary,
    BadOption,
    InternalError
}
