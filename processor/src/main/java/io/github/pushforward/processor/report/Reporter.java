package io.github.pushforward.processor.report;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one method: all of them, in the order in which they were found, none twice. */
public final class Reporter {
    private final List<Problem> problems = new ArrayList<>();

    public void report(Problem problem) {
        boolean known = problems.stream()
                .anyMatch(other -> other.equals(problem)
                        && other.span().origin() == problem.span().origin());
        if (!known) {
            problems.add(problem);
        }
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
