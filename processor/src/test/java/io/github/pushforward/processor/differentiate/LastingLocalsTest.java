package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import org.junit.jupiter.api.Test;

/** Which variables keep the value that they start with. */
class LastingLocalsTest {
    private static final Method METHOD =
            Corpus.ofSource("Lasting", """
                    package corpus;
                    import io.github.pushforward.Differentiable;
                    final class Lasting {
                        @Differentiable static double f(double x, double assigned, double added, int stepped, double[] a) {
                            double kept = x;
                            double late;
                            late = 2;
                            int counted = 0;
                            for (int i = 0; i < 3; i++) { double inner = x; a[i] = inner; counted++; }
                            assigned = 1;
                            added += 2;
                            --stepped;
                            return kept * late * a[counted];
                        }
                    }
                    """).methods().get(0);

    @Test
    void ofAMethod() {
        assertThat(LastingLocals.of(METHOD))
                .extracting(Local::name)
                .containsExactlyInAnyOrder("x", "a", "kept", "inner");
    }

    @Test
    void ofAStatementThoseThatItDeclares() {
        assertThat(LastingLocals.in(METHOD.body())).extracting(Local::name).containsExactlyInAnyOrder("kept", "inner");
    }
}
