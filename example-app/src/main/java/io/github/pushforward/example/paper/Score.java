package io.github.pushforward.example.paper;

/**
 * What a model is worth on some images.
 *
 * @param loss the mean cross entropy
 * @param accuracy the fraction of the images whose predicted class is their label
 */
record Score(double loss, double accuracy) {}
