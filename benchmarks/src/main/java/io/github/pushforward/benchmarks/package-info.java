/** What derivatives cost. */
package io.github.pushforward.benchmarks;
