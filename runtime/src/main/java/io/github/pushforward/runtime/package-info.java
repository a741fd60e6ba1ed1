/**
 * What generated code returns and what consumes it: dual values, flat views of differentiable functions, laws of
 * directions, forward gradients and descent along them.
 */
@NullMarked
package io.github.pushforward.runtime;

import org.jspecify.annotations.NullMarked;
