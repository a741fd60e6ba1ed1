/** IR to Java source that reads as if a person had written it. */
@NullMarked
package io.github.pushforward.processor.emit;

import org.jspecify.annotations.NullMarked;
