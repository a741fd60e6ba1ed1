/** Makes programs from seeds. */
@NullMarked
package io.github.pushforward.programs.generate;

import org.jspecify.annotations.NullMarked;
