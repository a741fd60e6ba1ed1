package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of the generated classes besides their code. */
class SiblingTest {

    private static Sibling of(Derivatives derivatives, String name) {
        return derivatives.siblings().stream()
                .filter(sibling -> sibling.owner().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> classes(Sibling sibling) {
        return sibling.classes().stream().map(ClassType::simpleName).toList();
    }

    @Test
    void theClassesThatItsCodeNames() {
        Derivatives objects = Corpus.of("Objects").differentiate(1, new Reporter());

        // Of parameters, of variables, of calls; and of an active class, the parts.
        assertThat(classes(of(objects, "Objects")))
                .contains("Vec", "VecTangent", "ParticleTangent", "Math", "MathTangents");
        assertThat(classes(of(objects, "Segment"))).contains("VecTangent");
        assertThat(classes(of(objects, "Positive"))).isEmpty();
        Derivatives shapes = Corpus.of("Dispatching").differentiate(1, new Reporter());
        assertThat(classes(of(shapes, "Shape"))).contains("DiscTangent", "BoxTangent");
        assertThat(classes(of(shapes, "Disc"))).contains("ShapeTangent").doesNotContain("BoxTangent");
    }

    @Test
    void whatPassesCanRun() {
        Derivatives derivatives = Refused.derivatives("static double[] last = new double[1];\n"
                + "@Differentiable static double f(double x, @Constant double c) { last[0] = c; return x; }\n"
                + "@Differentiable static double g(double x) { return x * x; }");

        assertThat(derivatives.siblings().get(0).tangents()).hasSize(2);
        assertThat(derivatives.siblings().get(0).repeatable())
                .extracting(tangent -> tangent.source().name())
                .containsExactly("g");
    }

    @Test
    void whatBecameOfAMethodTwice() {
        Derivatives derivatives =
                Corpus.of("Scalars").differentiate(1, new Reporter(), Corpus.Wanted.SECOND_DERIVATIVES);
        SecondOrder second = derivatives.seconds().get(0);

        for (Sibling.Tangent tangent : derivatives.siblings().get(0).tangents()) {
            boolean isTwice = !List.of("single", "singleInside", "counting")
                    .contains(tangent.source().name());
            assertThat(second.of(tangent).map(twice -> twice.first() == tangent))
                    .isEqualTo(isTwice ? Optional.of(true) : Optional.empty());
        }
    }
}
