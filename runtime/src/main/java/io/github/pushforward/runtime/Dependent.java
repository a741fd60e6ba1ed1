package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A number and the inputs that it may depend on: what the index-set form of a {@code double} method returns.
 *
 * @param value what the original method returns
 * @param inputs null for none
 */
public record Dependent(double value, @Nullable IndexSet inputs) {}
