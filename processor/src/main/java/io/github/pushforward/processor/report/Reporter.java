package io.github.pushforward.processor.report;

import java.util.ArrayList;
import java.util.List;

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
