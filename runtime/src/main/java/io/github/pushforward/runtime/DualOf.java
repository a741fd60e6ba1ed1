package io.github.pushforward.runtime;

/**
 * A value and its tangent: what the tangent method returns where the original returns an array or an aggregate.
 *
 * @param <V> the type that the original method returns, {@code double[]} for example
 * @param <T> the type of its tangents: of an array the array type itself, of a record {@code Vec3} its sibling
 *     {@code Vec3Tangent}
 * @param value f(x), what the original method returns
 * @param tangent the directional derivative J(x)v along the direction v that the tangent arguments spell out, in the
 *     shape of the value
 */
public record DualOf<V, T>(V value, T tangent) {}
