/**
 * Random Java programs, and what is checked of their derivatives: {@code generate → print → compile and differentiate → check},
 * where {@code interpret} is the oracle and {@code shrink} makes a failing program small.
 */
@NullMarked
package io.github.pushforward.programs;

import org.jspecify.annotations.NullMarked;
