package io.github.pushforward.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The README shows a real method and what is really generated for it. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    @Test
    void theGeneratedTangentInTheReadmeIsTheGeneratedTangent() throws IOException {
        Compilation compilation = Compiled.compile(block("source"));
        assertThat(compilation).succeededWithoutWarnings();
        String generated = compilation
                .generatedSourceFile("demo.LogisticTangent")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        for (String method : block("generated").split("\n\n")) {
            Assertions.assertThat(generated).contains(method);
        }
    }

    @Test
    void theJacobianInTheReadmeIsUsedAsItSays() throws IOException {
        String use =
                "package demo;\nfinal class Use {\n    static void use(double[] animals, double day, double hunger) {\n"
                        + block("mapping-use") + "    }\n}\n";
        assertThat(Compiled.compile(block("mapping"), use)).succeededWithoutWarnings();
    }

    /** The Java code after a comment of the given name. */
    private static String block(String name) throws IOException {
        String readme = Files.readString(README);
        String start = "<!-- " + name + " -->\n```java\n";
        int from = readme.indexOf(start) + start.length();
        Assertions.assertThat(from).as("a block named %s", name).isGreaterThan(start.length());
        return readme.substring(from, readme.indexOf("```", from));
    }
}
