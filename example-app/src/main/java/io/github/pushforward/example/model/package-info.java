/**
 * What is trained, each model with its loss as an annotated method, from which the tangents are generated, and beside it the same gradient by
 * hand-written backpropagation, the baseline.
 */
@NullMarked
package io.github.pushforward.example.model;

import org.jspecify.annotations.NullMarked;
