package io.github.pushforward.programs.check;

import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.DifferentiableProcessor;
import io.github.pushforward.runtime.Dual;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory, with the processor or without it, every lint an error. */
final class ProgramCompiler implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    ProgramCompiler() {
        try {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(home(Differentiable.class), home(Dual.class)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** What came of a compilation; what was generated as source is by the name of the class. */
    record Result(
            boolean isSuccess,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> generated,
            Map<String, byte[]> classes) {}

    /**
     * @param sources by the name of the class
     */
    Result compile(Map<String, String> sources, boolean isProcessed) {
        if (sources.isEmpty()) {
            return new Result(true, List.of(), Map.of(), Map.of());
        }
        MemoryFiles memory = new MemoryFiles(files);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(
                List.of("-Xlint:all,-processing,-options", "-Werror", "-implicit:none", "-Xmaxwarns", "1000"));
        // Advisories are about style: that results are right is the matter here.
        options.add(isProcessed ? "-Apushforward.warnings=off" : "-proc:none");
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        JavaCompiler.CompilationTask task = compiler.getTask(null, memory, diagnostics, options, null, units);
        if (isProcessed) {
            task.setProcessors(List.of(new DifferentiableProcessor()));
        }
        boolean isSuccess = task.call();
        return new Result(isSuccess, diagnostics.getDiagnostics(), memory.sources(), memory.classes());
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
