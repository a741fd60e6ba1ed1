/**
 * What a user of Pushforward writes: {@link io.github.pushforward.Differentiable} on a numeric method,
 * {@link io.github.pushforward.Constant} on what is not to be differentiated, {@link io.github.pushforward.TangentOf} on a rule for
 * a method of someone else.
 */
package io.github.pushforward;
