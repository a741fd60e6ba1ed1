package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generated code has to import and to silence: whatever is named in one place only counts as well. */
class NamedClassesTest {
    private static final String PREAMBLE = """
            package corpus;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    private static Sibling of(String name, String source) {
        Reporter reporter = new Reporter();
        Derivatives derivatives = Corpus.ofSource("Named", PREAMBLE + source).differentiate(1, reporter);
        assertThat(reporter.problems()).isEmpty();
        return derivatives.siblings().stream()
                .filter(sibling -> sibling.owner().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> classes(String name, String source) {
        return of(name, source).classes().stream().map(ClassType::simpleName).toList();
    }

    @Test
    void ofAParameterThatNothingReads() {
        assertThat(classes("Named", """
                class Named { @Differentiable static double f(@Constant Unread unread, double x) { return x; } }
                class Unread {}
                """)).containsExactly("Unread");
    }

    @Test
    void ofAVariableThatNothingReads() {
        assertThat(classes("Named", """
                class Named { @Differentiable static double f(double x) { Idle[] idle; return x; } }
                class Idle {}
                """)).containsExactly("Idle");
    }

    @Test
    void ofAnObjectThatNoVariableHolds() {
        assertThat(classes("Named", """
                class Named { @Differentiable static double f(double x) { return new Made() == null ? 1 : x; } }
                class Made {}
                """)).contains("Made");
    }

    @Test
    void ofAHelperAlone() {
        assertThat(classes("Named", """
                class Named {
                    static double g(double x) { Idle idle; return Math.sin(x); }
                    @Differentiable static double f(double x) { return g(x); }
                }
                class Idle {}
                """)).contains("Idle", "Math");
    }

    @Test
    void ofWhatAnActiveClassIsBeneathAndAbove() {
        String family = """
                @Differentiable interface Marked {}
                @Differentiable class Above { double a; }
                @Differentiable class Middle extends Above implements Marked { Part part; Part[] parts; }
                @Differentiable class Below extends Middle {}
                @Differentiable record Part(double x) {}
                """;

        assertThat(classes("Middle", family))
                .containsExactlyInAnyOrder("AboveTangent", "MarkedTangent", "BelowTangent", "PartTangent");
    }

    private static final String OLD =
            "class Old { @Deprecated static final double ONE = 1; @Deprecated static double twice(double x) { return 2 * x; } }";

    @Test
    void deprecatedMembersOfAHelper() {
        Sibling sibling = of("Named", """
                class Named {
                    @SuppressWarnings("deprecation")
                    static double g(double x) { return x * Old.twice(1); }
                    @Differentiable static double f(double x) { return g(x); }
                }
                """ + OLD);

        assertThat(sibling.lints()).contains("deprecation");
    }

    @Test
    void deprecatedMembersOfATable() {
        Sibling sibling = of("Named", """
                class Named {
                    @SuppressWarnings("deprecation")
                    private static final double[] FACTORS = {Old.ONE, 2};
                    @Differentiable static double f(double x) { return FACTORS[0] * x; }
                }
                """ + OLD);

        assertThat(sibling.tables()).hasSize(1);
        assertThat(sibling.lints()).contains("deprecation");
    }

    @Test
    void nothingToSilence() {
        assertThat(of("Named", "class Named { @Differentiable static double f(double x) { return x; } }")
                        .lints())
                .isEmpty();
    }
}
