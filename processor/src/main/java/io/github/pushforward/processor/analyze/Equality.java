package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Span;
import java.util.List;

/**
 * A test for equality of numbers that hold together on a set of measure zero alone, such as {@code x == 0}.
 *
 * @param operands those of the two that depend on an active parameter
 */
record Equality(String symbol, List<Expr> operands, Span span) {}
