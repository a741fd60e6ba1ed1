package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms for views: the derivatives in an array, the value as the result, wherever the method is left. */
class StoringFormsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x * x;",
                "if (n > 2) return x; return x * x;",
                "if (n > 2) { return x; } else return x * x;",
                "if (n > 2) { if (n > 3) return x; else return 2 * x; } return x * x;",
                "for (int i = 0; i < n; i++) if (i > 2) return x * i; return x;",
                "switch (n) { case 1: return x; case 2: { return 2 * x; } default: } return x * x;",
            })
    void isLeftByTheValue(String body) {
        List<Method> forms = Corpus.ofSource("Stored", """
                        package corpus;
                        import io.github.pushforward.Differentiable;
                        final class Stored { @Differentiable static double f(double x, int n) { %s } }
                        """.formatted(body))
                .differentiate(2, new Reporter(), Corpus.Wanted.LANES)
                .lanes()
                .methods(ClassType.of("corpus", "StoredTangent"));

        assertThat(forms).extracting(Method::name).containsExactly("f1x2Into", "f1x2");
        assertThat(forms.get(0).body().subtree())
                .filteredOn(Stmt.Return.class::isInstance)
                .isNotEmpty()
                .allMatch(end -> ((Stmt.Return) end).value().type() == Primitive.DOUBLE);
    }
}
