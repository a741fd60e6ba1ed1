package io.github.pushforward.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles a sample, and says what is wrong with the outcome. */
final class Trial {
    /** Of the thread that compiles. */
    static final long STACK_SIZE = 1 << 20;

    private final Javac javac;

    Trial(Javac javac) {
        this.javac = javac;
    }

    /** How far a sample got. */
    enum Stage {
        /** javac does not come to run processors: the file cannot be parsed, or has nothing for them. */
        UNSEEN,
        /** There were methods to differentiate, and the source has errors of its own. */
        BROKEN,
        /** The processor says why not. */
        REFUSED,
        /** Siblings were generated, and all of it compiles. */
        COMPILED
    }

    record Outcome(Stage stage, Optional<Failure> failure) {}

    Outcome of(Sample sample) {
        Compilation processed = javac.processed(sample);
        return new Outcome(stage(processed), failure(processed, sample));
    }

    private static Stage stage(Compilation processed) {
        if (processed.owners().isEmpty()) {
            return Stage.UNSEEN;
        }
        if (processed.succeeded()) {
            return Stage.COMPILED;
        }
        return processed.errorsOfCompiler().isEmpty() ? Stage.REFUSED : Stage.BROKEN;
    }

    private Optional<Failure> failure(Compilation processed, Sample sample) {
        if (processed.thrown() != null || processed.crashed()) {
            if (!processed.isProcessed()) {
                return Optional.empty(); // the fault of the parser
            }
            Compilation plain = withHalfTheStack(() -> javac.plain(sample));
            boolean isJavacsOwn = plain.crashed() || plain.thrown() != null;
            return isJavacsOwn ? Optional.empty() : Optional.of(crash(processed));
        }
        return ofMessages(processed).or(() -> ofCode(processed, sample));
    }

    private static Failure crash(Compilation processed) {
        Throwable thrown = processed.thrown();
        return thrown != null ? Failure.thrown(thrown) : new Failure(Failure.Kind.THROWN, "javac", processed.output());
    }

    /** Generated code is somewhat deeper than its source: what javac can only just compile is no use to judge by. */
    private static Compilation withHalfTheStack(Callable<Compilation> compilation) {
        FutureTask<Compilation> task = new FutureTask<>(compilation);
        new Thread(null, task, "javac with half the stack", STACK_SIZE / 2).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** What the processor should not say. */
    private static Optional<Failure> ofMessages(Compilation processed) {
        for (Diagnostic<? extends JavaFileObject> error : processed.errorsOfProcessor()) {
            String message = error.getMessage(Locale.ROOT);
            if (message.startsWith("[InternalError]")) {
                // Which class it was is no part of the cause.
                return Optional.of(
                        new Failure(Failure.Kind.INTERNAL_ERROR, message.replaceAll("(?s): .* at ", " at "), message));
            }
            if (error.getSource() == null || error.getPosition() == Diagnostic.NOPOS) {
                return Optional.of(new Failure(Failure.Kind.NOWHERE, message.split(" ")[0], message));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with what was generated. */
    private Optional<Failure> ofCode(Compilation processed, Sample sample) {
        List<Diagnostic<? extends JavaFileObject>> inGenerated = processed.inGenerated().stream()
                .filter(diagnostic -> !isOfSourceAsWell(diagnostic, processed))
                .toList();
        boolean isUsersFault =
                processed.errorsOfCompiler().stream().anyMatch(error -> !Compilation.isInGenerated(error));
        if (!isUsersFault
                && !inGenerated.isEmpty()
                && processed.errorsOfProcessor().isEmpty()) {
            return Optional.of(describe(processed, inGenerated));
        }
        if (isUsersFault
                && processed.errorsOfProcessor().isEmpty()
                && javac.plain(sample).errors().isEmpty()) {
            Diagnostic<?> error = processed.errorsOfCompiler().get(0);
            return Optional.of(new Failure(Failure.Kind.FOREIGN_ERROR, error.getCode(), error.toString()));
        }
        if (processed.succeeded()) {
            for (String owner : processed.owners()) {
                if (!processed.generated().containsKey(owner + "Tangent")) {
                    return Optional.of(new Failure(Failure.Kind.SILENCE, "", "no " + owner + "Tangent"));
                }
            }
        }
        if (!processed.succeeded() && processed.errors().isEmpty() && !processed.crashed()) {
            return Optional.of(new Failure(Failure.Kind.THROWN, "failure without an error", processed.output()));
        }
        return Optional.empty();
    }

    /** A lint that the source has as well, in code that the sibling repeats: the build warns anyway. */
    private static boolean isOfSourceAsWell(Diagnostic<? extends JavaFileObject> lint, Compilation processed) {
        return lint.getKind() != Diagnostic.Kind.ERROR
                && processed.diagnostics().stream()
                        .anyMatch(other -> !Compilation.isInGenerated(other)
                                && other.getKind() == lint.getKind()
                                && other.getCode().equals(lint.getCode()));
    }

    private static Failure describe(Compilation processed, List<Diagnostic<? extends JavaFileObject>> inGenerated) {
        Diagnostic<? extends JavaFileObject> first = inGenerated.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .orElse(inGenerated.get(0));
        Failure.Kind kind = first.getKind() == Diagnostic.Kind.ERROR
                ? Failure.Kind.GENERATED_ERROR
                : Failure.Kind.GENERATED_WARNING;
        String name = first.getSource().getName().substring(MemoryFiles.GENERATED.length());
        List<String> lines =
                processed.generated().getOrDefault(name, "").lines().toList();
        int line = (int) first.getLineNumber();
        String there = 0 < line && line <= lines.size() ? lines.get(line - 1) : "";
        return new Failure(kind, first.getCode(), describe(first) + "\n  " + there.strip());
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber()
                + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
