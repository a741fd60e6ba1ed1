package io.github.pushforward.fuzz;

import io.github.pushforward.Differentiable;
import io.github.pushforward.runtime.Dual;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles samples in memory, with a processor or without. */
final class Javac implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xlint:all,-processing,-options,-path,-classfile",
            "-implicit:none",
            "-Xmaxerrs",
            "9999",
            "-Xmaxwarns",
            "9999");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Map<List<Path>, StandardJavaFileManager> managers = new HashMap<>();
    private final Supplier<Processor> processor;

    Javac(Supplier<Processor> processor) {
        this.processor = processor;
    }

    Compilation processed(Sample sample) {
        WatchedProcessor watched = new WatchedProcessor(processor.get());
        return run(sample, List.of(watched));
    }

    Compilation plain(Sample sample) {
        return run(sample, List.of());
    }

    private Compilation run(Sample sample, List<WatchedProcessor> processors) {
        MemoryFiles memory = new MemoryFiles(managers.computeIfAbsent(sample.libraries(), this::manager));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        List<String> options = new ArrayList<>(OPTIONS);
        if (processors.isEmpty()) {
            options.add("-proc:none");
        }
        JavaCompiler.CompilationTask task = compiler.getTask(
                output,
                memory,
                diagnostics,
                options,
                null,
                sample.files().stream().map(SourceFile::compilable).toList());
        task.setProcessors(processors);
        Throwable thrown = null;
        boolean succeeded = false;
        try {
            succeeded = task.call();
        } catch (RuntimeException | Error escaped) {
            thrown = escaped;
        }
        if (!processors.isEmpty() && processors.get(0).thrown() != null) {
            thrown = processors.get(0).thrown();
        }
        return new Compilation(
                succeeded,
                diagnostics.getDiagnostics(),
                output.toString(),
                memory.sources(),
                !processors.isEmpty() && processors.get(0).wasAsked(),
                processors.isEmpty() ? Set.of() : processors.get(0).owners(),
                thrown);
    }

    private StandardJavaFileManager manager(List<Path> libraries) {
        StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(home(Differentiable.class));
        classPath.add(home(Dual.class));
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() throws IOException {
        for (StandardJavaFileManager manager : managers.values()) {
            manager.close();
        }
    }
}
