/** Beale's function of two numbers, at many points. */
package io.github.pushforward.benchmarks.beale;
