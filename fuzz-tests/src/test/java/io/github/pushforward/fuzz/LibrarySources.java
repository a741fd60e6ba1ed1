package io.github.pushforward.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The published sources of other people's libraries, each file to be compiled against the jar of its library. */
final class LibrarySources {
    private static final String SOURCES = "-sources.jar";
    /** Longer files take most of a run's time and show nothing more. */
    private static final int MAX_LENGTH = 40_000;

    private static final Pattern NUMERIC_PARAMETER =
            Pattern.compile("[(,]\\s*(?:final )?(?:double|float)[\\[\\]]*\\s+\\w+\\s*[,)]");

    private LibrarySources() {}

    /** The files with methods that get floating-point numbers, of every library in a folder, by name. */
    static List<Sample> in(Path folder) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.sorted().toList();
        }
        List<Path> classes =
                jars.stream().filter(jar -> !jar.toString().endsWith(SOURCES)).toList();
        List<Sample> samples = new ArrayList<>();
        for (Path jar : jars) {
            if (jar.toString().endsWith(SOURCES)) {
                samples.addAll(samples(jar, classes));
            }
        }
        return samples;
    }

    private static List<Sample> samples(Path jar, List<Path> classes) throws IOException {
        String library = jar.getFileName().toString().replace(SOURCES, "");
        List<Sample> samples = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> entry.getName().endsWith(".java") && entry.getSize() < MAX_LENGTH)
                    .toList();
            for (JarEntry entry : entries) {
                String text = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "");
                if (NUMERIC_PARAMETER.matcher(text).find()) {
                    SourceFile source = new SourceFile(entry.getName(), text);
                    samples.add(new Sample(library + " " + entry.getName(), List.of(source), classes));
                }
            }
        }
        return samples;
    }
}
