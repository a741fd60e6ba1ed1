/** What the processor tells the user: problems with a code, a text, a next step and an exact position. */
@NullMarked
package io.github.pushforward.processor.report;

import org.jspecify.annotations.NullMarked;
