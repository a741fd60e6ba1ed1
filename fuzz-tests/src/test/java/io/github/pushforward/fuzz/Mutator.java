package io.github.pushforward.fuzz;

import java.util.Random;

/** One way to change a source, by a name that a report can give. */
record Mutator(String name, Change change) {

    /** Changes a text; gives it back as it was where there is nothing for this mutator to change. */
    @FunctionalInterface
    interface Change {
        String apply(Draft draft, Random random);
    }
}
