package io.github.pushforward.runtime;

/**
 * A value with its derivatives along two directions v and w, and along both: the parts of a hyper-dual number (Fike and Alonso,
 * <i>The Development of Hyper-Dual Numbers for Exact Second-Derivative Calculations</i>, AIAA 2011-886).
 *
 * @param value f(x), bit for bit what the original method returns
 * @param tangent the directional derivative ∇f(x)·v
 * @param tangent2 the directional derivative ∇f(x)·w
 * @param second the second derivative vᵀH(x)w, where H is the Hessian
 */
public record HyperDual(double value, double tangent, double tangent2, double second) {}
