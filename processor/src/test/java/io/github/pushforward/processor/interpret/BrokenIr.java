package io.github.pushforward.processor.interpret;

/** The IR says what no compiler would accept, or what nobody can run. */
final class BrokenIr extends Error {
    private static final long serialVersionUID = 1;

    BrokenIr(String what) {
        super(what);
    }
}
