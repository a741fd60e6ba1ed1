/** Methods of libraries that nobody wrote for Pushforward, annotated and differentiated from their published sources. */
@NullMarked
package io.github.pushforward.devset;

import org.jspecify.annotations.NullMarked;
