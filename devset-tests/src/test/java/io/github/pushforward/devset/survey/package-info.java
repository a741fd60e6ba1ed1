/** What becomes of every numeric method of well-known libraries when it is annotated: counts, and every mistake. */
@NullMarked
package io.github.pushforward.devset.survey;

import org.jspecify.annotations.NullMarked;
