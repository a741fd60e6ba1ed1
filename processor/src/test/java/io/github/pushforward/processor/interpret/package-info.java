/** Runs differentiated code as it is before it is written down: an interpreter of the IR, and methods to run. */
package io.github.pushforward.processor.interpret;
