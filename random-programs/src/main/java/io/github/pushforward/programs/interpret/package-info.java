/** The oracle: programs run on dual numbers. */
@NullMarked
package io.github.pushforward.programs.interpret;

import org.jspecify.annotations.NullMarked;
