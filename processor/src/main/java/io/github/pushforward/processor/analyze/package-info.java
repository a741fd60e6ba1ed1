/** What must be known of a method before it can be differentiated: effects, data flow, activity, what is refused. */
@NullMarked
package io.github.pushforward.processor.analyze;

import org.jspecify.annotations.NullMarked;
