package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
