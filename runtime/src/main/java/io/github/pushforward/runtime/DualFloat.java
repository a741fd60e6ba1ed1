package io.github.pushforward.runtime;

/**
 * A value and its tangent: what the tangent method of a {@code float} method returns.
 *
 * @param value f(x), bit for bit what the original method returns
 * @param tangent the directional derivative ∇f(x)·v along the direction v that the tangent arguments spell out
 */
public record DualFloat(float value, float tangent) {}
