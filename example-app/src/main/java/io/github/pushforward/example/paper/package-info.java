/**
 * <i>Gradients without Backpropagation</i> (Baydin, Pearlmutter, Syme, Wood, Torr, arXiv 2202.08587), reproduced with generated tangents: its
 * experiments, what goes beyond them, and the hand-written backpropagation that they are held against.
 */
@NullMarked
package io.github.pushforward.example.paper;

import org.jspecify.annotations.NullMarked;
