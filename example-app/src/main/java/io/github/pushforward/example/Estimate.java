package io.github.pushforward.example;

/**
 * What a fit says of a parameter.
 *
 * @param parameter its name
 * @param value the best one
 * @param standardError how far off the value may be, as a standard deviation
 */
record Estimate(String parameter, double value, double standardError) {}
