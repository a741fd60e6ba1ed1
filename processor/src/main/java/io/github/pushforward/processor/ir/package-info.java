/**
 * The small typed language that everything works on: what a differentiable method says, with every name resolved and
 * every type known. Plain records, with no compiler behind them, so that each pass can be tested by itself.
 */
@NullMarked
package io.github.pushforward.processor.ir;

import org.jspecify.annotations.NullMarked;
