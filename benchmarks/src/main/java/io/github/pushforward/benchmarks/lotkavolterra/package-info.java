/** A differential equation, solved in many small steps. */
package io.github.pushforward.benchmarks.lotkavolterra;
