package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.SourceMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What came of one method of the survey. */
record Outcome(
        String library, String file, SourceMethod method, Kind kind, List<Complaint> complaints, Verdict verdict) {

    enum Kind {
        COMPILED,
        REFUSED,
        CRASHED,
        UNCOMPILABLE,
        UNREADABLE
    }

    /** An error, where it is. */
    record Complaint(String message, long line, String sourceLine) {
        Category category() {
            return Category.of(message);
        }
    }

    /** How the generated code compares with the original when it runs. */
    record Verdict(Agreement agreement, String detail) {
        static final Verdict NOT_RUN = new Verdict(Agreement.NOT_RUN, "");
    }

    enum Agreement {
        NOT_RUN,
        INCONCLUSIVE,
        AGREES,
        WRONG_VALUE,
        WRONG_EXCEPTION,
        WRONG_TANGENT,
        WRONG_GRADIENT
    }

    boolean isWrong() {
        return verdict.agreement().name().startsWith("WRONG");
    }

    /** The names of the categories of its complaints. */
    Set<String> categories() {
        return complaints.stream()
                .map(complaint -> complaint.category().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
