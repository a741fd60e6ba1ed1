package io.github.pushforward.runtime;

/**
 * A value that is no number with its derivatives along 2 directions, from one pass: what lane forms of second-order methods return.
 * Generated code makes and reads these.
 *
 * @param <V> the type of the value
 * @param <T> the type of its tangents
 * @param value the value
 * @param tangent0 the derivative along direction 0 of the pass
 * @param tangent1 the derivative along direction 1 of the pass
 */
public record DualOf2<V, T>(V value, T tangent0, T tangent1) {}
