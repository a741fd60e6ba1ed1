/**
 * Trains models by forward gradients, without backpropagation, and fits some by exact derivatives: what an application does with
 * Pushforward.
 */
@NullMarked
package io.github.pushforward.example;

import org.jspecify.annotations.NullMarked;
