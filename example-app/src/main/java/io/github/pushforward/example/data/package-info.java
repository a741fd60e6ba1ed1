/** What is trained on: images and their labels, how they are read, split, scaled and dealt in batches. */
@NullMarked
package io.github.pushforward.example.data;

import org.jspecify.annotations.NullMarked;
