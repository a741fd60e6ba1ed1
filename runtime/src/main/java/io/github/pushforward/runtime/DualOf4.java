package io.github.pushforward.runtime;

/**
 * A value that is no number with its derivatives along 4 directions, from one pass: what lane forms of second-order methods return.
 * Generated code makes and reads these.
 *
 * @param <V> the type of the value
 * @param <T> the type of its tangents
 * @param value the value
 * @param tangent0 the derivative along direction 0 of the pass
 * @param tangent1 the derivative along direction 1 of the pass
 * @param tangent2 the derivative along direction 2 of the pass
 * @param tangent3 the derivative along direction 3 of the pass
 */
public record DualOf4<V, T>(V value, T tangent0, T tangent1, T tangent2, T tangent3) {}
