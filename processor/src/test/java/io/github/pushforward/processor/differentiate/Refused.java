package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;

/** What the calculus says of a class with members, and of classes beside it. */
final class Refused {
    private static final String PREAMBLE = "package corpus;\n"
            + "import io.github.pushforward.Constant;\nimport io.github.pushforward.Differentiable;\n"
            + "import io.github.pushforward.TangentOf;\nimport io.github.pushforward.runtime.Dual;\n"
            + "import java.util.function.DoubleUnaryOperator;\n";

    private Refused() {}

    static Reporter of(String members, String... others) {
        Reporter reporter = new Reporter();
        corpus(members, others).differentiate(1, reporter, Corpus.Wanted.SECOND_DERIVATIVES);
        return reporter;
    }

    private static Corpus corpus(String members, String... others) {
        String source = PREAMBLE + "class Refused {\n" + members + "\n}\n" + String.join("\n", others);
        return Corpus.ofSource("Refused", source);
    }

    /** What becomes of members with which nothing is wrong. */
    static Derivatives derivatives(String members) {
        Reporter reporter = new Reporter();
        Derivatives derivatives = corpus(members).differentiate(1, reporter);
        assertThat(reporter.problems()).isEmpty();
        return derivatives;
    }

    static List<Problem> problems(String members, String... others) {
        return of(members, others).problems();
    }

    /** One problem, which has the words. */
    static void assertRefused(List<Problem> problems, Code code, String what, String advice) {
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(code);
        assertThat(problems.get(0).what()).contains(what);
        assertThat(problems.get(0).advice()).contains(advice);
    }

    /** The texts of one problem, whole, and the expression that it is about. */
    static void assertIs(Problem problem, Code code, String what, String advice, String place) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.what()).isEqualTo(what);
        assertThat(problem.advice()).isEqualTo(advice);
        assertThat(place(problem)).isEqualTo(place);
    }

    /** The part of the source that a problem is about: of a call, the method. */
    static String place(Problem problem) {
        String text = problem.span().origin().toString();
        return text.substring("Place[tree=".length(), text.indexOf(", file="));
    }
}
