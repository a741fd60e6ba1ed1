package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

/** The page on custom rules shows a rule that works. */
class CustomRulesPageTest {
    private static final Page PAGE = new Page(Path.of("..", "docs", "custom-rules.md"));

    @Test
    void theGeneratedCallIsTheGeneratedCall() throws IOException {
        Compilation compilation = Compiled.compile(PAGE.block("source"), PAGE.block("rules"));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        String generated = compilation
                .generatedSourceFile("demo.GammaLikelihoodTangent")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        assertThat(generated).contains(PAGE.block("generated"));
    }

    @Test
    void theDerivativeIsRight() {
        Compiled compiled = Compiled.sources(PAGE.block("source"), PAGE.block("rules"));
        double[] data = {0.7, 2.5};
        Differentiated.method(
                        compiled,
                        "demo.GammaLikelihood",
                        "demo.GammaLikelihoodTangent",
                        "logLikelihood",
                        true,
                        true,
                        false)
                .at(1.5, 0.8, data)
                .tangentIs(
                        Math.log(0.7 * 2.5) + 2 * (Math.log(0.8) - Gamma.digamma(1.5)),
                        new Object[] {1.5, 0.8, data},
                        1.0,
                        0.0);
    }

    /** Of the two rules for one method, the cheaper one serves where it may. */
    @Test
    void theRulesForTheDotProductWork() {
        String members = PAGE.code("static Dual dot(");
        Compiled compiled = Compiled.sources(Compiled.demo("""
                @Differentiable(rules = BlasRules.class)
                static double f(double[] a, @Constant double[] c) {
                    return Blas.dot(a, c) * Blas.dot(c, a) + Blas.dot(a, a);
                }
                """), """
                package demo;
                final class Blas {
                    static double dot(double[] a, double[] b) {
                        return a[0] * b[0] + a[1] * b[1];
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                final class BlasRules {
                %s
                }
                """.formatted(members));
        Differentiated.method(compiled, "f", true, false).at(new double[] {1.5, -2}, new double[] {0.5, 3});
    }
}
