/** Rosenbrock's function of an array. */
package io.github.pushforward.benchmarks.rosenbrock;
