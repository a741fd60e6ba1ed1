package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.function.DoubleSupplier;

/** A model as training needs it: all its parameters in one array, its loss on a batch, and the gradient of that in both ways. */
interface Trainable {

    /** In a few words, with its sizes. */
    String name();

    /** Parameters to start from; the same seed gives the same ones. */
    double[] start(long seed);

    /** The generated view of the loss on what is in a batch when it is called. */
    DifferentiableFunction loss(LabeledImages batch);

    /** The gradient of the same loss by hand-written backpropagation. */
    GradientSource backprop(LabeledImages batch);

    /** The annotated method itself at some parameters, called as a user calls it. */
    DoubleSupplier original(double[] x, LabeledImages batch);

    /** What the model is worth on images, with these parameters. */
    Score score(double[] x, LabeledImages images);

    /** How many products an image takes. */
    Products products();
}
