/** Compiles programs, differentiates them and compares with the oracle. */
@NullMarked
package io.github.pushforward.programs.check;

import org.jspecify.annotations.NullMarked;
