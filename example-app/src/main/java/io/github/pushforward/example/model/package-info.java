/** Models to train, each as its loss is written by hand, and by backpropagation to compare with. */
@NullMarked
package io.github.pushforward.example.model;

import org.jspecify.annotations.NullMarked;
