package io.github.pushforward.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the processor is, with what it needs: the build puts it beside the jar; in tests it is on the class path. */
final class ProcessorPath {
    static final String PROCESSOR = "io.github.pushforward.processor.DifferentiableProcessor";

    private ProcessorPath() {}

    /** @throws IllegalStateException if it is in neither place */
    static String find() {
        Path directory = beside(ProcessorPath.class);
        if (Files.isDirectory(directory)) {
            try (Stream<Path> jars = Files.list(directory)) {
                List<Path> sorted = jars.sorted().toList();
                return Compilation.path(sorted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (ProcessorPath.class.getClassLoader().getResource(PROCESSOR.replace('.', '/') + ".class") != null) {
            return System.getProperty("java.class.path");
        }
        throw new IllegalStateException(
                "There is no directory " + directory + " with the processor: mvn -DskipTests package makes it");
    }

    private static Path beside(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("processor");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
