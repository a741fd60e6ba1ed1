/**
 * The annotation processor. The pipeline is visible in the packages: {@code read} and {@code resolve} turn syntax trees
 * into the typed language of {@code ir}, {@code analyze} finds what carries a derivative, {@code differentiate} maps IR to
 * IR, {@code emit} writes Java; {@code report} is how all of them speak to the user.
 */
@NullMarked
package io.github.pushforward.processor;

import org.jspecify.annotations.NullMarked;
