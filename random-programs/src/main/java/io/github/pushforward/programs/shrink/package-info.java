/** Makes failing programs small. */
@NullMarked
package io.github.pushforward.programs.shrink;

import org.jspecify.annotations.NullMarked;
