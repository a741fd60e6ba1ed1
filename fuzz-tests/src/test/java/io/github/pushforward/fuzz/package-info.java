/** Mutated sources of real projects: whatever the processor makes of them, it neither throws nor writes what does not compile. */
@NullMarked
package io.github.pushforward.fuzz;

import org.jspecify.annotations.NullMarked;
