package io.github.pushforward.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The README shows a real method and what is really generated for it. */
class ReadmeTest {
    private static final Page README = new Page(Path.of("..", "README.md"));

    @Test
    void theGeneratedTangentInTheReadmeIsTheGeneratedTangent() throws IOException {
        Compilation compilation = Compiled.compile(README.block("source"));
        assertThat(compilation).succeededWithoutWarnings();
        String generated = compilation
                .generatedSourceFile("demo.LogisticTangent")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        for (String method : README.block("generated").split("\n\n")) {
            Assertions.assertThat(generated).contains(method);
        }
    }

    @Test
    void theObjectsInTheReadmeAreUsedAsItSays() throws IOException {
        String[] declarations = README.block("objects").split("(?=@Differentiable\nfinal class)");
        String imports = declarations[0].substring(0, declarations[0].indexOf("@Differentiable"));
        String use = "package demo;\nimport io.github.pushforward.runtime.Dual;\nfinal class Use {\n"
                + "    static void use(Comet comet) {\n" + README.block("objects-use") + "    }\n}\n";
        assertThat(Compiled.compile(
                        declarations[0].replace("import io.github.pushforward.Constant;\n", ""),
                        imports + declarations[1],
                        use))
                .succeededWithoutWarnings();
    }

    @Test
    void theFunctionsInTheReadmeAreUsedAsItSays() throws IOException {
        String[] classes = README.block("functions").split("(?=\nfinal class Decay)");
        String use = "package demo;\nimport io.github.pushforward.runtime.Dual;\nfinal class Use {\n"
                + "    static void use(double rate, double until, double rateTangent) {\n"
                + README.block("functions-use")
                + "        DecayGradient.dose(rate, until);\n    }\n}\n";
        String imports = "package demo;\nimport io.github.pushforward.Differentiable;\n";
        assertThat(Compiled.compile(classes[0], imports + classes[1], use)).succeededWithoutWarnings();
    }

    @Test
    void theJacobianInTheReadmeIsUsedAsItSays() throws IOException {
        String use =
                "package demo;\nfinal class Use {\n    static void use(double[] animals, double day, double hunger) {\n"
                        + README.block("mapping-use") + "    }\n}\n";
        assertThat(Compiled.compile(README.block("mapping"), use)).succeededWithoutWarnings();
    }
}
