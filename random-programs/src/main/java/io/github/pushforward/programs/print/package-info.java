/** Programs as Java source. */
@NullMarked
package io.github.pushforward.programs.print;

import org.jspecify.annotations.NullMarked;
