package io.github.pushforward.processor.report;

import io.github.pushforward.processor.ir.Span;
import org.jspecify.annotations.Nullable;

/** Thrown to abandon the statement at hand; whoever walks the statements reports the problem and goes on. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Problem problem;

    private Refusal(@Nullable Problem problem, String message) {
        super(message, null, false, false);
        this.problem = problem;
    }

    public Refusal(Code code, String what, String advice, Span span) {
        this(new Problem(code, what, advice, span));
    }

    private Refusal(Problem problem) {
        this(problem, problem.message());
    }

    /** For what depends on something that was refused before: one cause, one message. */
    public static Refusal ofConsequence(String cause) {
        return new Refusal(null, cause + " was refused before");
    }

    /** The same with a place, for one that has none of its own. */
    public Refusal at(Span span) {
        return problem != null && problem.span() == Span.NONE
                ? new Refusal(problem.code(), problem.what(), problem.advice(), span)
                : this;
    }

    /** Reports the problem, unless it is the consequence of another. */
    public void reportTo(Reporter reporter) {
        if (problem != null) {
            reporter.report(problem);
        }
    }
}
