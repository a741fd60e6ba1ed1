/** Trains models by forward gradients, without backpropagation: what an application does with Pushforward. */
@NullMarked
package io.github.pushforward.example;

import org.jspecify.annotations.NullMarked;
