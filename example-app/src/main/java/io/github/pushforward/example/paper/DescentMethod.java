package io.github.pushforward.example.paper;

/** A way to train. */
interface DescentMethod {

    /** What {@link #run} gives where all numbers have stayed finite. */
    long FINITE = -1;

    /** As tables and legends call it. */
    String name();

    /** @return the step whose loss or derivative was not finite, where that ended the training; {@link #FINITE} otherwise */
    long run(Descent descent);
}
