package io.github.pushforward.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Modules of any size compile both ways, and the table says how long it took. */
class CompileTimeTest {

    @Test
    void theProcessorGeneratesForEveryMethod() throws IOException, InterruptedException {
        try (CompiledModule module = new CompiledModule(13)) {
            assertThat(module.withProcessor().seconds()).isPositive();
            List<Path> generated = module.generated();
            assertThat(generated)
                    .extracting(file -> file.getFileName().toString())
                    .contains("Sample0Tangent.java", "Sample0Gradient.java", "Sample1Tangent.java");
            String tangents = Files.readString(find(generated, "Sample0Tangent.java"));
            assertThat(tangents)
                    .contains(
                            " formula0(",
                            " residuals1(",
                            " helped2(",
                            " quadratic3(",
                            " branches4(",
                            " field5(",
                            " step6(",
                            " elsewhere7(",
                            " price8(",
                            " path9(");
            assertThat(Files.readString(find(generated, "Sample1Tangent.java")))
                    .contains(" helped2(")
                    .doesNotContain(" quadratic3(");
            assertThat(module.withoutProcessor().cpuSeconds()).isPositive();
            assertThat(module.generated()).isEqualTo(generated);
        }
    }

    @Test
    void prints() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new CompileTime()).execute("--methods=20", "--rounds=1"))
                    .isZero();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("\\| 20 \\| \\d+\\.\\d\\d \\| \\d+\\.\\d\\d \\| \\d+\\.\\d\\d \\| \\d+\\.\\d\\d \\|");
    }

    @Test
    void whatDoesNotCompileIsTold(@TempDir Path directory) throws IOException {
        Path wrong = Files.writeString(directory.resolve("Wrong.java"), "class Wrong { int i = \"text\"; }");
        assertThatThrownBy(() -> Compilation.run(List.of("-d", directory.toString(), wrong.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Wrong.java:1: error");
    }

    private static Path find(List<Path> files, String name) {
        return files.stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
}
