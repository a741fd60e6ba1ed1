package io.github.pushforward.example.paper;

import io.github.pushforward.example.report.Findings;
import java.util.Set;

/**
 * An experiment of the paper, or one that goes beyond it.
 *
 * @param name of its subcommand
 * @param summary what it does, in one line
 * @param choices what of its settings it depends on, beside the seed
 * @param work what it does
 */
public record Experiment(String name, String summary, Set<Choice> choices, Work work) {

    /** A setting that not every experiment has. */
    public enum Choice {
        /** Other images than the digits of the application. */
        IMAGES,
        /** How many steps a training makes. */
        STEPS,
        /** How often it is repeated with other seeds. */
        RUNS,
        /** The paper's own sizes, where they are not the usual ones. */
        FULL
    }

    /** The work of an experiment. */
    @FunctionalInterface
    public interface Work {

        /** Does it, and tells how far it is. The same settings find the same numbers, but for the times. */
        Findings run(Settings settings, WorkProgress progress);
    }
}
