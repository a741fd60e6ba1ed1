package io.github.pushforward.runtime;

/**
 * An array and the inputs that its numbers may depend on: what the index-set form of a method returns whose original returns an array.
 *
 * @param <V> the type of the array, {@code double[]} for example
 * @param <S> the type of its sets, {@code IndexSet[]} for that
 * @param value what the original method returns
 * @param inputs in the shape of the value, null for no inputs
 */
public record DependentOf<V, S>(V value, S inputs) {}
