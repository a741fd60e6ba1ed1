package io.github.pushforward.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code super} calls of annotated methods, whose tangents for such calls not every class can call. */
class SuperCallsTest {
    private static String parent(String inPackage) {
        return "package " + inPackage + ";\n" + """
                import io.github.pushforward.Differentiable;
                public class Parent {
                    @Differentiable
                    public double f(double x) {
                        return x * x;
                    }
                }
                """;
    }

    private static String child(String parent) {
        return "package demo;\nimport " + parent + ";\n" + """
                import io.github.pushforward.Differentiable;
                public final class Child extends Parent {
                    @Override
                    @Differentiable
                    public double f(double x) {
                        return super.f(x) * x;
                    }
                }
                """;
    }

    @Test
    void inOnePackageTheyAreDifferentiated() {
        assertThat(Compiled.compile(parent("demo"), child("demo.Parent"))).succeededWithoutWarnings();
    }

    @Test
    void ofAnotherPackageTheyAreRefused() {
        assertRefused(Compiled.compile(parent("other"), child("other.Parent")));
    }

    @Test
    void ofAnotherCompilationTheyAreRefused(@TempDir Path directory) {
        Library library = Library.processed(directory, parent("demo"));

        assertRefused(library.compile(child("demo.Parent")));
    }

    private static void assertRefused(Compilation compilation) {
        assertThat(compilation)
                .hadErrorContaining("compile the two classes together, in one package")
                .inFile(compilation.sourceFiles().get(compilation.sourceFiles().size() - 1))
                .onLineContaining("super.f(x)");
    }
}
