package io.github.pushforward.programs.interpret;

/** What a run decides by numbers, as one number, and how long it may go on. */
final class Trace {
    private long decisions = 1;
    private int steps;

    Trace(int steps) {
        this.steps = steps;
    }

    /** Notes what came of a comparison or of a function that jumps or has a kink: runs that decide alike are on one smooth piece. */
    void decide(long outcome) {
        decisions = decisions * 0x9E3779B97F4A7C15L + outcome;
        decisions ^= decisions >>> 29;
    }

    long decisions() {
        return decisions;
    }

    void step() {
        if (steps-- <= 0) {
            throw new TooLong();
        }
    }

    /** The program takes more steps than it may. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }
}
