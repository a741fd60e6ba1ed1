package io.github.pushforward.devset;

import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.DifferentiableProcessor;
import io.github.pushforward.runtime.Dual;
import java.io.IOException;
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
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source files of libraries against their jars, in memory. */
public final class LibraryCompiler implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** A compiler that sees the given jars, the annotations and the runtime. */
    public LibraryCompiler(List<Path> jars) throws IOException {
        List<Path> classPath = new ArrayList<>(jars);
        classPath.add(home(Differentiable.class));
        classPath.add(home(Dual.class));
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** What came of a compilation. */
    public record Result(
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> generated,
            Map<String, byte[]> classes) {

        public List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }
    }

    /** Runs the processor over the files and compiles them together with what it generates. */
    public Result compile(List<SourceFile> sources) {
        return run(sources, true, "-Xlint:none", "-implicit:none");
    }

    /** Runs the processor over the files, and nothing else. */
    public Result process(List<SourceFile> sources) {
        return run(sources, true, "-Xlint:none", "-implicit:none", "-proc:only");
    }

    /** Compiles generated files alone, every lint an error but those about the jars of the libraries. */
    public Result compileGenerated(Map<String, String> generated) {
        List<SourceFile> sources = new ArrayList<>();
        generated.forEach((name, text) -> sources.add(new SourceFile(name.replace('.', '/') + ".java", text)));
        return run(
                sources,
                false,
                "-Xlint:all,-path,-classfile,-processing,-options",
                "-Werror",
                "-implicit:none",
                "-proc:none");
    }

    private Result run(List<SourceFile> sources, boolean processed, String... options) {
        MemoryFiles memory = new MemoryFiles(files);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                memory,
                diagnostics,
                List.of(options),
                null,
                sources.stream().map(SourceFile::compilable).toList());
        if (processed) {
            task.setProcessors(List.of(new DifferentiableProcessor()));
        }
        task.call();
        return new Result(diagnostics.getDiagnostics(), memory.sources(), memory.classes());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
