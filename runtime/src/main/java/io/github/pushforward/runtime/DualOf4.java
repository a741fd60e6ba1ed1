package io.github.pushforward.runtime;

/**
 * A value that is no number with its derivatives along 4 directions, from one pass: what lane forms of second-order methods return.
 * Generated code makes and reads these.
 *
 * @param <V> the type of the value
 * @param <T> the type of its tangents
 */
public record DualOf4<V, T>(V value, T tangent0, T tangent1, T tangent2, T tangent3) {}
