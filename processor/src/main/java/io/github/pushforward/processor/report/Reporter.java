package io.github.pushforward.processor.report;

import io.github.pushforward.processor.ir.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the problems of one method: all of them, in the order in which they were found, none twice. */
public final class Reporter {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> advisories = new ArrayList<>();

    public void report(Problem problem) {
        add(problem, problems);
    }

    /** What the user should know, and what stops nothing. */
    public void advise(Problem advisory) {
        add(advisory, advisories);
    }

    /**
     * What comes of some work; nothing where it is refused, which is reported.
     *
     * @param span where a problem is that has no place of its own
     */
    public <T> Optional<T> unlessRefused(Span span, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Refusal refusal) {
            refusal.at(span).reportTo(this);
            return Optional.empty();
        }
    }

    private static void add(Problem problem, List<Problem> list) {
        boolean known = list.stream()
                .anyMatch(other -> other.equals(problem)
                        && other.span().origin().equals(problem.span().origin()));
        if (!known) {
            list.add(problem);
        }
    }

    public List<Problem> advisories() {
        return List.copyOf(advisories);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
