package io.github.pushforward.processor.support;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes that exist as class files alone, as those of a jar do, and what is compiled against them. */
public final class Library {
    private final Path directory;
    private final Map<String, byte[]> classes;

    private Library(Path directory, Map<String, byte[]> classes) {
        this.directory = directory;
        this.classes = classes;
    }

    /** Classes compiled with the processor. */
    public static Library processed(Path directory, String... sources) {
        return of(directory, Compiled.compiler(), sources);
    }

    /** Classes compiled without the processor, and without the names of parameters: nothing is generated. */
    public static Library unprocessed(Path directory, String... sources) {
        return of(directory, javac().withOptions("-proc:none"), sources);
    }

    private static Library of(Path directory, Compiler compiler, String... sources) {
        Compilation compilation = compiler.compile(Compiled.files(sources));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        Map<String, byte[]> classes = Compiled.classFiles(compilation);
        classes.forEach((name, code) -> {
            try {
                Path target = directory.resolve(name.replace('.', '/') + ".class");
                Files.createDirectories(target.getParent());
                Files.write(target, code);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        return new Library(directory, classes);
    }

    /** The outcome of a compilation against these classes, which may fail. */
    public Compilation compile(String... sources) {
        List<File> path = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .toList());
        path.add(directory.toFile());
        return Compiled.compiler().withClasspath(path).compile(Compiled.files(sources));
    }

    /** Compiles and loads what uses these classes; fails the test on any error or warning. */
    public Compiled with(String... sources) {
        Compilation compilation = compile(sources);
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        Map<String, byte[]> all = new HashMap<>(classes);
        all.putAll(Compiled.classFiles(compilation));
        return new Compiled(all);
    }
}
