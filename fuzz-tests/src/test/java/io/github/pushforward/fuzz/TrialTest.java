package io.github.pushforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.fuzz.Trial.Stage;
import io.github.pushforward.processor.DifferentiableProcessor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** What a processor does wrong is noticed; what is the source's own fault is not held against it. */
class TrialTest {
    private static final String SOURCE =
            "class Demo { @io.github.pushforward.Differentiable static double f(double x) { return x * x; } }";

    private static Trial.Outcome trial(Supplier<Processor> processor, String source) throws IOException {
        try (Javac javac = new Javac(processor)) {
            return new Trial(javac).of(new Sample("test", List.of(new SourceFile("Demo.java", source)), List.of()));
        }
    }

    private static Failure failure(Supplier<Processor> processor, String source) throws IOException {
        return trial(processor, source).failure().orElseThrow();
    }

    @Test
    void oursIsRight() throws IOException {
        assertThat(trial(DifferentiableProcessor::new, SOURCE))
                .isEqualTo(new Trial.Outcome(Stage.COMPILED, Optional.empty()));
        assertThat(trial(DifferentiableProcessor::new, SOURCE.replace("x * x", "Runtime.version().feature() + x")))
                .isEqualTo(new Trial.Outcome(Stage.COMPILED, Optional.empty()));
        assertThat(trial(DifferentiableProcessor::new, SOURCE.replace("(double x)", "(int x)")))
                .isEqualTo(new Trial.Outcome(Stage.REFUSED, Optional.empty()));
    }

    @Test
    void anException() throws IOException {
        Supplier<Processor> planted = () -> new PlantedProcessor((environment, element) -> {
            throw new IllegalStateException("planted");
        });

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.THROWN);
        assertThat(failure(planted, SOURCE).detail()).contains("planted");
    }

    @Test
    void anError() throws IOException {
        Supplier<Processor> planted = () -> new PlantedProcessor((environment, element) -> {
            throw new AssertionError("planted");
        });

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.THROWN);
    }

    @Test
    void aDefectThatTheProcessorCaughtItself() throws IOException {
        Supplier<Processor> planted = () -> PlantedProcessor.printing("[InternalError] planted", true);

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.INTERNAL_ERROR);
    }

    @Test
    void anErrorWithoutAPlace() throws IOException {
        Supplier<Processor> planted = () -> PlantedProcessor.printing("[NoTangent] planted", false);

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.NOWHERE);
    }

    @Test
    void generatedCodeThatDoesNotCompile() throws IOException {
        Supplier<Processor> planted =
                () -> PlantedProcessor.writing("DemoTangent", "class DemoTangent { int n = \"\"; }");

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.GENERATED_ERROR);
        assertThat(failure(planted, SOURCE).detail()).contains("int n = \"\"");
    }

    @Test
    void generatedCodeThatCannotBeParsed() throws IOException {
        Supplier<Processor> planted = () -> PlantedProcessor.writing("DemoTangent", "class DemoTangent {");

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.GENERATED_ERROR);
    }

    @Test
    void generatedCodeThatCausesAWarning() throws IOException {
        Supplier<Processor> planted = () ->
                PlantedProcessor.writing("DemoTangent", "class DemoTangent { Object o = (Object) new Object(); }");

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.GENERATED_WARNING);
    }

    @Test
    void generatedCodeThatBreaksTheSource() throws IOException {
        Supplier<Processor> planted = () -> PlantedProcessor.writing("String", "class String { }");
        String source = SOURCE.replace("static", "String s = \"\"; @io.github.pushforward.Differentiable static")
                .replaceFirst("@io.github.pushforward.Differentiable ", "");

        assertThat(failure(planted, source).kind()).isEqualTo(Failure.Kind.FOREIGN_ERROR);
    }

    @Test
    void aMethodThatNothingComesOf() throws IOException {
        Supplier<Processor> planted = () -> new PlantedProcessor((environment, element) -> {});

        assertThat(failure(planted, SOURCE).kind()).isEqualTo(Failure.Kind.SILENCE);
    }

    @Test
    void brokenSourcesAreNobodysFault() throws IOException {
        Supplier<Processor> planted =
                () -> PlantedProcessor.writing("DemoTangent", "class DemoTangent { int n = \"\"; }");

        assertThat(trial(planted, SOURCE.replace("x * x", "y")))
                .isEqualTo(new Trial.Outcome(Stage.BROKEN, Optional.empty()));
        assertThat(trial(planted, SOURCE.replace("x * x", "x *")))
                .isEqualTo(new Trial.Outcome(Stage.UNSEEN, Optional.empty()));
    }

    @Test
    void aRunStopsAtNothingAndForgetsNothing() throws IOException {
        Supplier<Processor> planted = () -> new PlantedProcessor((environment, element) -> {
            throw new IllegalStateException("planted");
        });
        Sample sample = new Sample("test", List.of(new SourceFile("Demo.java", SOURCE)), List.of());
        try (Javac javac = new Javac(planted)) {
            Fuzz fuzz = new Fuzz(List.of(sample), new Trial(javac));
            fuzz.run(1, 40);

            assertThat(fuzz.stages().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(40);
            List<Fuzz.Finding> findings = fuzz.reduced(Duration.ofSeconds(10));
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).mutation().sample().text())
                    .as("reduced")
                    .contains("Differentiable")
                    .doesNotContain("x * x");
        }
    }
}
