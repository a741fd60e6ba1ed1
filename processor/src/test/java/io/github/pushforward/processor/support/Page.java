package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/** A page of the documentation, whose examples are held to what it says. */
public final class Page {
    private static final String FENCE = "```java\n";

    private final Path file;

    public Page(Path file) {
        this.file = file;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** The Java code after a comment of the given name. */
    public String block(String name) {
        String page = text();
        String start = "<!-- " + name + " -->\n" + FENCE;
        int from = page.indexOf(start) + start.length();
        assertThat(from).as("a block named %s", name).isGreaterThan(start.length());
        return page.substring(from, page.indexOf("```", from));
    }

    /** The block of Java code that contains some words. */
    public String code(String words) {
        String page = text();
        int at = page.indexOf(words);
        assertThat(at).as("code with %s", words).isPositive();
        int from = page.lastIndexOf(FENCE, at) + FENCE.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?ms)(?:^<!-- ([^\\n]*) -->\\n)?^```java( [^\\n]*)?\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?");

    /**
     * A source file or several.
     *
     * @param line where it stands in the page
     * @param name the comment right before it, nothing where there is none
     * @param options of the compiler, after the word {@code java}
     * @param output what the compiler says, in the block of text right after it; nothing where it accepts the source
     */
    public record Example(int line, String name, List<String> options, String source, String output) {
        public boolean isAccepted() {
            return output.isEmpty();
        }
    }

    /** What stands before the first section. */
    public String introduction() {
        return SECTION.split(text(), 2)[0];
    }

    /** The examples of each section, by its heading. */
    public Map<String, List<Example>> sections() {
        String page = text();
        Map<String, List<Example>> sections = new LinkedHashMap<>();
        Matcher heading = SECTION.matcher(page);
        boolean isOne = heading.find();
        while (isOne) {
            String name = heading.group(1);
            int from = heading.end();
            isOne = heading.find();
            List<Example> known = sections.put(name, examples(page, from, isOne ? heading.start() : page.length()));
            assertThat(known).as("another section %s", name).isNull();
        }
        return sections;
    }

    private static List<Example> examples(String page, int from, int to) {
        List<Example> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page).region(from, to);
        while (example.find()) {
            int line = (int) page.substring(0, example.start()).lines().count() + 1;
            String name = example.group(1) == null ? "" : example.group(1);
            List<String> options = example.group(2) == null
                    ? List.of()
                    : List.of(example.group(2).strip().split(" "));
            String output = example.group(4) == null ? "" : example.group(4);
            examples.add(new Example(line, name, options, example.group(3), output));
        }
        return examples;
    }

    /** What a compiler says, as javac prints it and as pages quote it. */
    public static String said(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.toString().replaceFirst("^/", "") + "\n")
                .collect(Collectors.joining());
    }
}
