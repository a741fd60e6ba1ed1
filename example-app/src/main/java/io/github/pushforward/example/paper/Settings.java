package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How an experiment is to be run.
 *
 * @param seed of all that is drawn
 * @param full whether with the paper's own sizes, which take hours or days, in place of sizes for two minutes
 * @param images what to train on
 * @param steps in place of the experiment's own number of them
 * @param runs in place of the experiment's own number of them
 */
public record Settings(long seed, boolean full, Supplier<ImageData> images, OptionalLong steps, OptionalInt runs) {

    /**
     * The images.
     *
     * @throws UnsuitableImagesException if there is no batch of them to train on
     */
    ImageData trainingImages() {
        ImageData data = images.get();
        if (data.train().size() < Experiments.BATCH) {
            throw new UnsuitableImagesException("of " + data.name() + " there are "
                    + data.train().size() + " images to train on: a step takes " + Experiments.BATCH);
        }
        return data;
    }

    /** The one number or the other, if the user has not given one. */
    long steps(long usual, long paper) {
        return steps.orElse(full ? paper : usual);
    }

    int runs(int usual, int paper) {
        return runs.orElse(full ? paper : usual);
    }
}
