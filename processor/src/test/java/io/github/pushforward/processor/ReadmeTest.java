package io.github.pushforward.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

    /** Every product of the running example is there, and does what the README says of it. */
    @Test
    void theProductsInTheReadmeAreUsedAsItSays() throws IOException {
        StringBuilder use = new StringBuilder("package demo;\nimport io.github.pushforward.runtime.*;\n"
                + "import java.util.random.RandomGenerator;\nfinal class Use {\n"
                + "    static double[] use(double[] x, double stiffness, double[] xTangent, double stiffnessTangent,\n"
                + "            double[] v, double[] w, RandomGenerator random) {\n");
        for (String block : List.of(
                "chain-tangent",
                "chain-gradient",
                "chain-forward",
                "chain-flat",
                "chain-hessian",
                "chain-jacobian",
                "chain-sparse")) {
            use.append(README.block(block));
        }
        use.append("        return new double[] {along.tangent(), vhw, byPlaces[3][4], entry, columns[4][3], hv[2],\n"
                + "            plan.coloring().colors(), relaxed.value(), hessian[1][2], rows[3][4]};\n    }\n}\n");
        Compiled compiled = Compiled.sources(README.block("chain"), use.toString());
        double[] x = {0, 1.1, 1.9, 3.2, 4, 5.5, 6, 7.1, 8.3};
        double[] ones = new double[x.length + 1];
        Arrays.fill(ones, 1);
        double[] results = (double[]) compiled.call(
                "demo.Use", "use", x, 2.0, new double[x.length], 1.0, ones, ones, new SplittableRandom(1));

        double stretch = x[4] - x[3] - 1;
        double slope = 2 + 3 * stretch * stretch;
        Assertions.assertThat(results[2]).as("∂tensions[3]/∂x[4]").isCloseTo(slope, Assertions.within(1e-12));
        Assertions.assertThat(results[3]).isEqualTo(results[2]);
        Assertions.assertThat(results[4]).isEqualTo(results[2]);
        Assertions.assertThat(results[9]).isEqualTo(results[2]);
        Assertions.assertThat(results[6]).as("colours").isEqualTo(2);
        double between = x[2] - x[1] - 1;
        Assertions.assertThat(results[8])
                .as("∂²energy/∂x[1]∂x[2]")
                .isCloseTo(-(2 + 3 * between * between), Assertions.within(1e-12));
    }
}
