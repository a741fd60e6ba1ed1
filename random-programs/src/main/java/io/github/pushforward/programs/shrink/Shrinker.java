package io.github.pushforward.programs.shrink;

import io.github.pushforward.programs.tree.Program;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks for the smallest program that still fails, greedily, within a time. */
public final class Shrinker {
    private final Predicate<Program> fails;
    private final Duration limit;

    /**
     * @param fails whether a program fails in the way that matters; programs that are not well typed must not
     */
    public Shrinker(Predicate<Program> fails, Duration limit) {
        this.fails = fails;
        this.limit = limit;
    }

    /** A program that fails, of which no single part can be left out, unless time runs out first. */
    public Program shrink(Program program) {
        long end = System.nanoTime() + limit.toNanos();
        Program smallest = program;
        int position = 0;
        while (true) {
            List<Supplier<Program>> candidates = Reductions.of(smallest);
            int tried = 0;
            Program smaller = null;
            while (tried < candidates.size() && System.nanoTime() < end) {
                Program candidate =
                        candidates.get((position + tried) % candidates.size()).get();
                if (fails.test(candidate)) {
                    smaller = candidate;
                    break;
                }
                tried++;
            }
            if (smaller == null) {
                return smallest;
            }
            // What failed to be left out before will mostly fail again: go on from there.
            position = (position + tried) % candidates.size();
            smallest = smaller;
        }
    }
}
