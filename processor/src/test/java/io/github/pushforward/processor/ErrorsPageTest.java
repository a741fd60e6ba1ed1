package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Page;
import io.github.pushforward.processor.support.Page.Example;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of errors has a section for each code; its examples are refused as it says, and what it says to write compiles. */
class ErrorsPageTest {
    private static final Page PAGE = new Page(Path.of("..", "docs", "errors.md"));

    /** What no source brings about; {@code BuildNeedsTest} and the integration tests do. */
    private static final Set<Code> WITHOUT_EXAMPLE = EnumSet.of(
            Code.UnsupportedCompiler,
            Code.UnsupportedRelease,
            Code.MissingRuntime,
            Code.MissingLibrary,
            Code.InternalError);

    private static final Pattern CODE = Pattern.compile("(?m)^\\S* ?(?:error|warning): \\[(\\w+)]");

    @Test
    void eachCodeHasASection() {
        assertThat(PAGE.sections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Code::name).toList());
    }

    @Test
    void eachSectionIsFoundFromTheTop() {
        assertThat(PAGE.introduction())
                .contains(Arrays.stream(Code.values())
                        .map(code -> "[" + code + "](#" + code.name().toLowerCase(Locale.ROOT) + ")")
                        .toList());
    }

    @Test
    void eachSectionHasExamples() {
        PAGE.sections().forEach((code, examples) -> {
            if (!WITHOUT_EXAMPLE.contains(Code.valueOf(code))) {
                assertThat(examples).as("what is refused, in %s", code).anyMatch(example -> !example.isAccepted());
                assertThat(examples).as("what to write, in %s", code).anyMatch(Example::isAccepted);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachExampleIsWhatTheCompilerSays() {
        return PAGE.sections().entrySet().stream()
                .flatMap(section -> section.getValue().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                section.getKey() + " in line " + example.line(),
                                () -> check(section.getKey(), example))));
    }

    private static void check(String code, Example example) {
        Compilation compilation =
                Compiled.compileWith(example.options(), example.source().split("(?m)^(?=package )"));

        assertThat(Page.said(compilation)).isEqualTo(example.output());
        if (!example.isAccepted()) {
            List<String> codes = CODE.matcher(example.output())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
            assertThat(codes).containsOnly(code);
        }
    }
}
