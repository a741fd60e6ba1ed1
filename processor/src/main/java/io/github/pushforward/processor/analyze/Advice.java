package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;

/**
 * What a method does that is differentiated as it stands, and that few who write it mean: a formula that holds at one point alone, a
 * parameter without a derivative, a derivative that ends in an integer. Each is an advisory at the expression.
 */
public final class Advice {
    /** What {@code @SuppressWarnings} calls the advisories of the processor. */
    public static final String LINT = "pushforward";

    static final String SILENCE = ", or silence this by @SuppressWarnings(\"" + LINT + "\") on the method or its class";

    private Advice() {}

    /** On a method whose signature the user chose. */
    public static void on(Method method, Activity activity, Summaries summaries, Reporter reporter) {
        if (!method.lints().contains(LINT)) {
            Truncations truncations = onBody(method, activity, summaries, reporter);
            Independence.of(method, activity, truncations.origins()).forEach(reporter::advise);
        }
    }

    /** On a helper that is differentiated along with its caller. */
    public static void onHelper(Method method, Activity activity, Summaries summaries, Reporter reporter) {
        if (!method.lints().contains(LINT)) {
            onBody(method, activity, summaries, reporter);
        }
    }

    private static Truncations onBody(Method method, Activity activity, Summaries summaries, Reporter reporter) {
        EqualityGuards.in(method, activity, summaries).forEach(reporter::advise);
        Truncations truncations = new Truncations(method, activity, summaries);
        truncations.problems().forEach(reporter::advise);
        return truncations;
    }
}
