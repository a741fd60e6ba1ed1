package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of limitations against the compiler: each row's source is refused by the error that the row says. */
class LimitationsTest {
    private static final Path PAGE = Path.of("..", "docs", "limitations.md");
    private static final Path SOURCES = Path.of("..", "docs", "limitations");
    /** The first line of a source that older compilers do not take. */
    private static final String RECENT = "// From Java 21 on.\n";

    private static final Pattern ROW =
            Pattern.compile("\\| \\[.*]\\(limitations/([\\w-]+)\\.java\\) \\| .* \\| `(\\[[A-Z]\\w+] .*?)` \\|");

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.lookingAt()) {
                rows.put(row.group(1), row.group(2).replace("\\|", "|"));
            }
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> eachRowIsWhatTheCompilerSays() throws IOException {
        return rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
    }

    private static void check(String name, String error) throws IOException {
        String source = Files.readString(SOURCES.resolve(name + ".java"));
        assumeTrue(!source.startsWith(RECENT) || Runtime.version().feature() >= 21);
        Compilation compilation = Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .compile(Compiled.files(source.replace(RECENT, "").split("(?m)^(?=package )")));

        List<String> messages = compilation.errors().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
        // The expression itself may stand between what is wrong and what to write.
        assertThat(messages)
                .anySatisfy(message -> assertThat(message)
                        .startsWith(error)
                        .satisfies(whole ->
                                assertThat(whole.substring(error.length())).matches("(?s)(: .+)?; .+")));
        assertThat(messages).noneMatch(message -> message.contains("InternalError"));
    }

    @Test
    void everySourceHasARow() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertThat(sources.map(source -> source.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rows().keySet().stream().map(name -> name + ".java").toList());
        }
    }
}
