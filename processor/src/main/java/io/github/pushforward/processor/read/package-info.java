/** Syntax trees to IR: the only place that walks the trees of the compiler. */
@NullMarked
package io.github.pushforward.processor.read;

import org.jspecify.annotations.NullMarked;
