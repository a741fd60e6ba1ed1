package io.github.pushforward.example.paper;

import io.github.pushforward.example.report.Findings;

/**
 * An experiment of the paper, or one that goes beyond it.
 *
 * @param name of its subcommand
 * @param summary what it does, in one line
 * @param takesImages whether it can be run on other images than the digits of the application
 * @param isRepeated whether it is repeated with other seeds
 * @param work what it does
 */
public record Experiment(String name, String summary, boolean takesImages, boolean isRepeated, Work work) {

    /** The work of an experiment. */
    @FunctionalInterface
    public interface Work {

        /** Does it, and tells how far it is. The same settings find the same numbers, but for the times. */
        Findings run(Settings settings, WorkProgress progress);
    }
}
