/** The price of an option. */
package io.github.pushforward.benchmarks.blackscholes;
