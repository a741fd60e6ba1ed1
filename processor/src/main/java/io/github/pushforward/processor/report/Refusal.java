package io.github.pushforward.processor.report;

import io.github.pushforward.processor.ir.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown to abandon the statement at hand; whoever walks the statements reports the problems and goes on. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private Refusal(List<Problem> problems, String message) {
        super(message, null, false, false);
        this.problems = problems;
    }

    public Refusal(Code code, String what, String advice, Span span) {
        this(List.of(new Problem(code, what, advice, span)));
    }

    private Refusal(List<Problem> problems) {
        this(problems, problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
    }

    /** For what depends on something that was refused before: one cause, one message. */
    public static Refusal ofConsequence(String cause) {
        return new Refusal(List.of(), cause + " was refused before");
    }

    /** For several parts of one expression, each with problems of its own. */
    public static Refusal ofAll(List<Refusal> refusals) {
        return new Refusal(
                refusals.stream().flatMap(refusal -> refusal.problems.stream()).toList());
    }

    /** The same with a place, for problems that have none of their own. */
    public Refusal at(Span span) {
        return new Refusal(problems.stream()
                .map(problem -> problem.span() == Span.NONE
                        ? new Problem(problem.code(), problem.what(), problem.advice(), span)
                        : problem)
                .toList());
    }

    /** Reports the problems; none where this is the consequence of another. */
    public void reportTo(Reporter reporter) {
        problems.forEach(reporter::report);
    }
}
