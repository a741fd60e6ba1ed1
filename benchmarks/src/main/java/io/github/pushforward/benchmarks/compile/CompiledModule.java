package io.github.pushforward.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A {@link SampleModule} in a directory, to be compiled with the processor, or without it from what it has generated. */
final class CompiledModule implements AutoCloseable {
    private final int methods;
    private final Path directory;
    private final Path generated;
    private final List<Path> sources;

    CompiledModule(int methods) throws IOException {
        this.methods = methods;
        directory = Files.createTempDirectory("compile-time");
        generated = directory.resolve("generated");
        sources = SampleModule.write(directory.resolve("sources"), methods);
    }

    int methods() {
        return methods;
    }

    /** Has the processor generate the siblings anew. */
    Compilation withProcessor() throws IOException, InterruptedException {
        delete(generated);
        Files.createDirectories(generated);
        List<String> options = List.of(
                "-processor", ProcessorPath.PROCESSOR,
                "-processorpath", ProcessorPath.find(),
                "-s", generated.toString());
        return compile(options, sources);
    }

    /** From the siblings that were generated last. */
    Compilation withoutProcessor() throws IOException, InterruptedException {
        List<Path> all = new ArrayList<>(sources);
        all.addAll(generated());
        return compile(List.of("-proc:none"), all);
    }

    /** What the last compilation with the processor has generated. */
    List<Path> generated() throws IOException {
        try (Stream<Path> files = Files.walk(generated)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private Compilation compile(List<String> options, List<Path> files) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        delete(classes);
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        return Compilation.run(arguments);
    }

    @Override
    public void close() throws IOException {
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
