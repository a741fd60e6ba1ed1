/**
 * What a user of Pushforward writes: {@link io.github.pushforward.Differentiable} on a numeric method,
 * {@link io.github.pushforward.Constant} on what is not to be differentiated.
 */
package io.github.pushforward;
