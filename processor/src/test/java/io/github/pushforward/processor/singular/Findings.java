package io.github.pushforward.processor.singular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found of one function: every result that is off by more than it may be. {@code -Dsingular.print=true} prints by how much first and
 * second derivatives are at most.
 */
final class Findings {
    /** In units of the last place; {@code Math} itself promises 1 to 2.5 for its functions, of which a derivative has one or two. */
    private static final double OF_VALUE = 2.5;

    private static final double OF_TANGENT = 4;
    private static final double OF_SECOND = 8;
    private static final double OF_FLOAT = 1;

    private final String function;
    private final List<String> failures = new ArrayList<>();
    private double worstTangent;
    private double worstSecond;

    Findings(String function) {
        this.function = function;
    }

    void bits(Object what, double actual, double expected) {
        if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
            failures.add("%s: %s, bit for bit, is %s".formatted(what, expected, actual));
        }
    }

    void value(Object what, double actual, Reference expected) {
        ulps(what, actual, expected, OF_VALUE);
    }

    void tangent(Object what, double actual, Reference expected) {
        worstTangent = Math.max(worstTangent, ulps(what, actual, expected, OF_TANGENT));
    }

    void second(Object what, double actual, Reference expected) {
        worstSecond = Math.max(worstSecond, ulps(what, actual, expected, OF_SECOND));
    }

    private double ulps(Object what, double actual, Reference expected, double allowed) {
        double ulps = expected.ulps(actual);
        if (ulps > allowed) {
            failures.add("%s: %s is %s, off by %.3g ulps".formatted(what, expected, actual, ulps));
        }
        return Double.isInfinite(ulps) ? 0 : ulps;
    }

    void single(Object what, float actual, Reference expected) {
        double ulps = expected.floatUlps(actual);
        if (ulps > OF_FLOAT) {
            failures.add("%s: (float) %s is %s, off by %.3g ulps".formatted(what, expected, actual, ulps));
        }
    }

    void fail(String failure) {
        failures.add(failure);
    }

    void check() {
        if (Boolean.getBoolean("singular.print")) {
            System.out.printf("%s\t%.2f\t%.2f%n", function, worstTangent, worstSecond);
        }
        assertThat(failures).isEmpty();
    }
}
