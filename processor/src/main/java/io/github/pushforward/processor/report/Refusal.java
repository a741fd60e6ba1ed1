package io.github.pushforward.processor.report;

import io.github.pushforward.processor.ir.Span;

/** Thrown to abandon the statement at hand; whoever walks the statements reports the problem and goes on. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public Refusal(Code code, String what, String advice, Span span) {
        this(new Problem(code, what, advice, span));
    }

    public Problem problem() {
        return problem;
    }
}
