package io.github.pushforward.processor.ir;

import java.util.Set;

/**
 * A private static field that never changes, with what it is computed from: enough to have a copy of it in another class.
 *
 * @param lints the lint warnings that its initializer calls for
 */
public record Table(Expr.StaticField field, Expr initializer, Set<String> lints) {}
