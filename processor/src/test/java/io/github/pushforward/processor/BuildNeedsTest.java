package io.github.pushforward.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.Dual;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that cannot compile what is generated: one error that says what to add, and nothing generated. */
class BuildNeedsTest {
    @TempDir
    private Path folder;

    private static final String SPHERE = """
            package demo;
            import io.github.pushforward.Differentiable;
            public final class Sphere {
                @Differentiable
                public static double area(double[] x) {
                    return x[0] * x[0];
                }
            }
            """;

    @Test
    void withoutTheRuntimeOnTheClassPath() {
        Compilation compilation = with().withClasspath(
                        List.of(folderOf(Differentiable.class).toFile()))
                .compile(Compiled.files(SPHERE));

        assertRefused(
                compilation,
                "[MissingRuntime] generated code calls io.github.pushforward.runtime, which is not on the class path; "
                        + "add pushforward-runtime to the dependencies");
    }

    @Test
    void withAMarkedClassAlone() {
        Compilation compilation = with().withClasspath(
                        List.of(folderOf(Differentiable.class).toFile()))
                .compile(Compiled.files("""
                        package demo;
                        @io.github.pushforward.Differentiable
                        record Point(double x, double y) {}
                        """));

        assertThat(errors(compilation)).singleElement().asString().startsWith("[MissingRuntime]");
    }

    @Test
    void inAModuleThatDoesNotReadTheRuntime() throws IOException {
        List<Diagnostic<?>> problems = module("module demo { requires static io.github.pushforward; }");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.getMessage(Locale.ROOT))
                    .isEqualTo("[MissingRuntime] generated code calls io.github.pushforward.runtime, which the module "
                            + "demo does not read; write requires io.github.pushforward.runtime; in its "
                            + "module-info.java, with pushforward-runtime among the dependencies");
            assertThat(problem.getLineNumber()).isEqualTo(3);
        });
    }

    /** The runtime brings the annotations along, and nothing of either is an automatic module, which lints warn about. */
    @Test
    void inAModuleThatReadsTheRuntime() throws IOException {
        assertThat(module("module demo { requires io.github.pushforward.runtime; }"))
                .isEmpty();
        assertThat(folder.resolve("demo/SphereGradient.class")).exists();
    }

    @Test
    void inAnOldLanguage() {
        Compilation compilation = with("--release", "11").compile(Compiled.files(SPHERE));

        assertRefused(
                compilation,
                "[UnsupportedRelease] generated code is Java 17, and this compilation is of Java 11; "
                        + "compile with --release 17 or newer");
    }

    /** Modules came with Java 9: before, no class has one. */
    @Test
    void inALanguageWithoutModules() {
        Compilation compilation = with("--release", "8", "-Xlint:-options").compile(Compiled.files(SPHERE));

        assertThat(errors(compilation)).singleElement().asString().startsWith("[UnsupportedRelease]");
    }

    /** A processor path that was written by hand has the processor's jar alone. */
    @Test
    void withoutTheLibrariesOfTheProcessor() throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("com.palantir.javapoet.")) {
                    throw new ClassNotFoundException(name);
                }
                return name.startsWith(DifferentiableProcessor.class.getPackageName())
                        ? own(name)
                        : super.loadClass(name, resolve);
            }

            private synchronized Class<?> own(String name) throws ClassNotFoundException {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = code.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException failure) {
                    throw new ClassNotFoundException(name, failure);
                }
            }
        };
        Processor processor = (Processor) loader.loadClass(DifferentiableProcessor.class.getName())
                .getConstructor()
                .newInstance();

        Compilation compilation =
                javac().withProcessors(processor).compile(Compiled.files(SPHERE, SPHERE.replace("Sphere", "Ball")));

        assertThat(errors(compilation))
                .singleElement()
                .asString()
                .startsWith(
                        "[MissingLibrary] a library that Pushforward needs to generate code is not there: com/palantir/javapoet/");
    }

    private static void assertRefused(Compilation compilation, String message) {
        assertThat(errors(compilation)).containsExactly(message);
        assertThat(compilation.errors().get(0).getSource()).isNotNull();
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(3);
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    /** What javac says of a module: from real files, for compile-testing takes a module-info of its own for that of every module. */
    private List<Diagnostic<?>> module(String declaration) throws IOException {
        String path = Stream.of(Differentiable.class, Dual.class, Nullable.class)
                .map(type -> folderOf(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path module = Files.writeString(folder.resolve("module-info.java"), declaration);
        Path sphere = Files.writeString(folder.resolve("Sphere.java"), SPHERE);
        List<Diagnostic<?>> problems = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    problems::add,
                    List.of("-Xlint:all", "--module-path", path, "-d", folder.toString()),
                    null,
                    files.getJavaFileObjects(module, sphere));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            task.call();
        }
        return problems;
    }

    private static Compiler with(Object... options) {
        return javac().withProcessors(new DifferentiableProcessor())
                .withOptions(Stream.concat(Stream.of("-Xlint:all"), Stream.of(options))
                        .toArray());
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
