package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Page;
import io.github.pushforward.processor.support.Page.Example;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of the guide against the compiler. All Java code of a page is compiled, section by section:
 *
 * <ul>
 *   <li>a source file, or several in one block, compiles without warnings; or, with a block of text after it, the compiler says just that;
 *   <li>statements compile together with the sources of their section; with a block of text after them, they run and print just that;
 *   <li>what follows a comment {@code generated: demo.FooTangent} is in what is generated for the sources of the section.
 * </ul>
 */
class GuideTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final List<String> PAGES =
            List.of("getting-started.md", "generated-code.md", "activity.md", "directions.md", "performance.md");

    private static final String GENERATED = "generated: ";
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\n");

    @TestFactory
    Stream<DynamicTest> eachSectionIsWhatTheCompilerSays() {
        return PAGES.stream()
                .flatMap(name -> new Page(DOCS.resolve(name))
                        .sections().entrySet().stream()
                                .filter(section -> !section.getValue().isEmpty())
                                .map(section -> DynamicTest.dynamicTest(
                                        name + ": " + section.getKey(), () -> check(section.getValue()))));
    }

    /** Every page is to be found from the index. */
    @Test
    void theIndexHasEveryPage() throws IOException {
        String index = Files.readString(DOCS.resolve("README.md"));
        try (Stream<Path> pages = Files.list(DOCS)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    private static void check(List<Example> examples) {
        List<String> sources = new ArrayList<>();
        for (Example example : examples) {
            String[] files = example.source().split("(?m)^(?=package )");
            if (isSource(example) && example.isAccepted()) {
                sources.addAll(List.of(files));
            } else if (isSource(example)) {
                assertThat(Page.said(Compiled.compileWith(example.options(), files)))
                        .as("line %s", example.line())
                        .isEqualTo(example.output());
            }
        }
        List<Example> uses = examples.stream()
                .filter(example -> !isSource(example) && !isGenerated(example))
                .toList();
        for (int i = 0; i < uses.size(); i++) {
            sources.add(use(i, uses.get(i).source()));
        }
        Compilation compilation = Compiled.compile(sources.toArray(String[]::new));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        examples.stream().filter(GuideTest::isGenerated).forEach(example -> checkGenerated(compilation, example));

        Compiled compiled = Compiled.loaded(compilation);
        for (int i = 0; i < uses.size(); i++) {
            if (!uses.get(i).isAccepted()) {
                assertThat(printed(compiled, i))
                        .as("line %s", uses.get(i).line())
                        .isEqualTo(uses.get(i).output());
            }
        }
    }

    private static boolean isSource(Example example) {
        return example.source().startsWith("package ");
    }

    private static boolean isGenerated(Example example) {
        return example.name().startsWith(GENERATED);
    }

    private static void checkGenerated(Compilation compilation, Example example) {
        String name = example.name().substring(GENERATED.length());
        try {
            String generated = compilation
                    .generatedSourceFile(name)
                    .orElseThrow()
                    .getCharContent(false)
                    .toString();
            for (String member : example.source().split("\n\n")) {
                assertThat(generated).as("line %s", example.line()).contains(member);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Statements as a method of a class of the examples' package. */
    private static String use(int number, String statements) {
        String imports =
                IMPORT.matcher(statements).results().map(found -> found.group()).collect(Collectors.joining());
        return "package demo;\n" + imports + "final class Use" + number + " {\n    static void use() {\n"
                + IMPORT.matcher(statements).replaceAll("") + "    }\n}\n";
    }

    private static String printed(Compiled compiled, int number) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            compiled.call("demo.Use" + number, "use");
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
