package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which helpers stand in the place of their calls; that the forms compute the same is for {@link CorpusTest}. */
class InliningTest {

    private static List<Method> lanesOf(String source) {
        Derivatives derivatives =
                Corpus.ofSource("Inlined", """
                        package corpus;
                        import io.github.pushforward.Differentiable;
                        class Inlined {
                        %s
                        }
                        """.formatted(source)).differentiate(4, new Reporter(), Corpus.Wanted.LANES);
        return lanes(derivatives);
    }

    private static List<Method> lanes(Derivatives derivatives) {
        return derivatives.lanes().methods(derivatives.siblings().get(0).owner().sibling("Tangent"));
    }

    private static List<String> names(List<Method> methods) {
        return methods.stream()
                .map(method -> method.name().replace("Into", ""))
                .distinct()
                .toList();
    }

    private static String helper(int terms) {
        String sum = IntStream.range(0, terms)
                .mapToObj(i -> "s += Math.sin(x * s) / (1 + s * s);\n")
                .collect(Collectors.joining());
        return "static double helper(double x) { double s = x;\n" + sum + "return s; }";
    }

    /** What is left are loops that are left in the middle, recursion, and what is short enough. */
    @Test
    void allButWhatCannotStandElsewhere() {
        Derivatives derivatives = Corpus.of("LongHelpers").differentiate(4, new Reporter(), Corpus.Wanted.LANES);

        assertThat(names(lanes(derivatives)).stream().filter(name -> name.endsWith("x4")))
                .containsExactlyInAnyOrder(
                        "straight2x4",
                        "branching2x4",
                        "fromLoop2x4",
                        "searchedTangent2x4",
                        "procedure2x4",
                        "arrays2x4",
                        "nested2x4",
                        "integers1x4",
                        "recursive1x4",
                        "foldedTangent1x4");
    }

    @Test
    void shortHelpersAreLeftToHotSpot() {
        List<Method> methods =
                lanesOf(helper(1) + "@Differentiable static double f(double x) { return helper(x) * x; }");

        assertThat(names(methods)).containsExactlyInAnyOrder("f1x4", "helperTangent1x4");
        assertThat(CodeSize.of(methods.get(1))).isLessThanOrEqualTo(325);
    }

    /** As many calls as there is room for: the method stays one that HotSpot compiles. */
    @Test
    void aMethodStaysSmallEnoughToBeCompiled() {
        String calls =
                IntStream.range(0, 20).mapToObj(i -> "helper(x + " + i + ")").collect(Collectors.joining(" + "));
        List<Method> methods =
                lanesOf(helper(10) + "@Differentiable static double f(double x) { return " + calls + "; }");

        assertThat(names(methods)).containsExactlyInAnyOrder("f1x4", "helperTangent1x4");
        assertThat(CodeSize.of(methods.get(0))).isBetween(4_000, CodeSize.COMPILED);
    }
}
