package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What generated code looks like. Each folder of {@code src/test/resources/golden} holds sources, {@code Name.java}, and the
 * whole text of what is generated from them, {@code Name.java.golden}: a change of the generated code shows in the diff of
 * a commit. To write the golden files anew, and then read what changed:
 *
 * <pre>{@code mvn test -pl annotations,runtime,processor -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true}</pre>
 */
class GoldenTest {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");
    private static final String GOLDEN = ".golden";

    /** Enough to see what lanes look like: eight have eight lines of each kind. */
    private static final List<String> TWO_LANES = List.of("-Apushforward.lanes=2");

    static List<String> folders() {
        return list(ROOT).map(folder -> folder.getFileName().toString()).toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void generatedCode(String folder) {
        Path directory = ROOT.resolve(folder);
        String[] sources = list(directory)
                .filter(file -> file.toString().endsWith(".java"))
                .map(GoldenTest::read)
                .toArray(String[]::new);
        Compilation compilation = Compiled.compileWith(TWO_LANES, sources);
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();

        if (Boolean.getBoolean("golden.update")) {
            update(directory, compilation);
        }
        List<String> names = compilation.generatedSourceFiles().stream()
                .map(file -> simpleName(file) + GOLDEN)
                .sorted()
                .toList();
        assertThat(list(directory).map(file -> file.getFileName().toString()).filter(name -> name.endsWith(GOLDEN)))
                .as("golden files in %s", directory)
                .containsExactlyElementsOf(names);
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            assertThat(text(file))
                    .as("%s from %s", simpleName(file), directory)
                    .isEqualTo(read(directory.resolve(simpleName(file) + GOLDEN)));
        }
    }

    private static void update(Path directory, Compilation compilation) {
        try {
            for (Path old : list(directory)
                    .filter(file -> file.toString().endsWith(GOLDEN))
                    .toList()) {
                Files.delete(old);
            }
            for (JavaFileObject file : compilation.generatedSourceFiles()) {
                Files.writeString(directory.resolve(simpleName(file) + GOLDEN), text(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String simpleName(JavaFileObject file) {
        return file.getName().substring(file.getName().lastIndexOf('/') + 1);
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
