package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on limitations tells what is refused, in the words of the compiler: each row by an example of its own. */
class LimitationsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path EXAMPLES = DOCS.resolve("limitations");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[.+?]\\(limitations/([\\w-]+)\\.java\\) \\| .+? \\| `(.+?)` \\| .+ \\|$");

    private record Row(String example, String message) {
        @Override
        public String toString() {
            return example;
        }

        /** What varies is anything, and a next step follows. */
        Pattern pattern() {
            String words =
                    Arrays.stream(message.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
            return Pattern.compile(words + "; .+", Pattern.DOTALL);
        }
    }

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("limitations.md"));
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(page());
        while (matcher.find()) {
            rows.add(new Row(matcher.group(1), matcher.group(2)));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCompilerSaysWhatTheRowSays(Row row, @TempDir Path directory) throws IOException {
        String example = Files.readString(EXAMPLES.resolve(row.example() + ".java"));
        assumeTrue(
                !example.startsWith("// From Java 21 on.") || Runtime.version().feature() >= 21);

        List<String> messages = compile(example, directory).diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("["))
                .toList();

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0)).matches(row.pattern());
    }

    /** An example may hold several files, each from its package on; some are compiled before, without the processor. */
    private static Compilation compile(String example, Path directory) {
        List<String> files = Stream.of(example.split("(?m)^(?=package )"))
                .filter(part -> part.startsWith("package "))
                .toList();
        if (example.startsWith("// Compiled before, without Pushforward:")) {
            return Library.unprocessed(directory, files.get(0))
                    .compile(files.subList(1, files.size()).toArray(String[]::new));
        }
        return Compiled.compile(files.toArray(String[]::new));
    }

    @Test
    void everyRowHasAnExampleAndEveryExampleARow() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<String> examples = files.map(
                            file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(rows().stream().map(Row::example).toList())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(examples);
        }
        // No row is out of the pattern's sight.
        long links =
                page().lines().filter(line -> line.contains("(limitations/")).count();
        assertThat(rows()).hasSize((int) links);
    }

    @Test
    void everyCodeIsOnThePage() throws IOException {
        String page = page();
        assertThat(Code.values()).allMatch(code -> page.contains("[" + code + "]"));
    }
}
