/**
 * The calculus: IR in, IR out. Every statement gets its tangent beside it; the rules of operators and of {@code Math}
 * stand in tables.
 */
@NullMarked
package io.github.pushforward.processor.differentiate;

import org.jspecify.annotations.NullMarked;
