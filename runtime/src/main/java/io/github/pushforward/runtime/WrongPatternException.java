package io.github.pushforward.runtime;

/** A sparse Jacobian came out wrong, most likely because an output depends on an input that its row of the pattern lacks. */
public final class WrongPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String UNEXPLAINED =
            "; no input outside of the pattern explains that: look for rounding, and allow more "
                    + "by withTolerance, or for passes that are not linear in their direction or differ from run to run";

    /** What the check found. */
    private final SparseJacobian.Report report;

    WrongPatternException(SparseJacobian.Report report) {
        super(report.missingInput() >= 0 ? report.toString() : report + UNEXPLAINED);
        this.report = report;
    }

    /** {@return what the check found} */
    public SparseJacobian.Report report() {
        return report;
    }
}
