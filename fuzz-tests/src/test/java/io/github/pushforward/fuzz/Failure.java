package io.github.pushforward.fuzz;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What should not have happened.
 *
 * @param key the same for what is likely to have the same cause
 */
record Failure(Kind kind, String key, String detail) {
    private static final int FRAMES = 25;

    enum Kind {
        /** Something came out of the processor, or of javac, which does not happen without the processor. */
        THROWN,
        /** The processor caught something of its own. */
        INTERNAL_ERROR,
        /** javac finds an error in generated code, and none in that of the user. */
        GENERATED_ERROR,
        /** javac has a warning for generated code, in a compilation without errors. */
        GENERATED_WARNING,
        /** javac has errors that it does not have without the processor. */
        FOREIGN_ERROR,
        /** Nothing was generated, and nothing said. */
        SILENCE,
        /** An error of the processor without a place. */
        NOWHERE,
        /** It takes longer than anybody would wait. */
        SLOW
    }

    static Failure thrown(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String own = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith("io.github.pushforward.processor"))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
        String frames = Arrays.stream(trace)
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining());
        return new Failure(Kind.THROWN, thrown.getClass().getName() + " in " + own, thrown + frames);
    }

    boolean isLike(Failure other) {
        return kind == other.kind && key.equals(other.key);
    }
}
