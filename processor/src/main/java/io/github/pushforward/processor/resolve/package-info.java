/**
 * Our own attribution of the numeric subset of Java: names, overloads, promotion. The compiler must not be asked to
 * attribute a body that still waits for generated classes: that attributes the real tree, too early.
 */
@NullMarked
package io.github.pushforward.processor.resolve;

import org.jspecify.annotations.NullMarked;
