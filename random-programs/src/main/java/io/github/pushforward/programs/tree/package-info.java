/** A typed tree of Java programs: records, whose types are known from the start. */
@NullMarked
package io.github.pushforward.programs.tree;

import org.jspecify.annotations.NullMarked;
