package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.support.CodeLengths;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound on the size of a method, against the sizes that a compiler gives methods. */
class CodeSizeTest {
    /** How much larger than the code the bound may be, beside what a jump or two cost. */
    private static final double LOOSENESS = 2.5;

    private static final int SMALL = 70;

    /** What a switch, a try statement or a jump may need at most is far more than it does need. */
    private static final double LOOSENESS_OF_JUMPS = 13;

    private static boolean jumps(Method method) {
        return method.body().subtree().stream()
                .anyMatch(statement -> statement instanceof Switch
                        || statement instanceof Try
                        || statement instanceof Synchronized
                        || statement instanceof Stmt.Labeled
                        || statement instanceof Stmt.Assert);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scalars", "Functions", "Loops", "Arrays", "Helpers", "Objects", "Mappings", "Sizes"})
    void theBoundIsNeverTooSmallNorFarTooLarge(String name) {
        Corpus corpus = Corpus.of(name);
        SoftAssertions softly = new SoftAssertions();
        for (Method method : corpus.methods()) {
            Callee callee = method.callee();
            Map<String, Integer> lengths = CodeLengths.of(
                    corpus.classFiles().get("corpus." + callee.owner().simpleName()));
            Map<String, Integer> named = lengths.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(callee.name() + "("))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (named.size() == 1) {
                int actual = named.values().iterator().next();
                softly.assertThat(CodeSize.of(method))
                        .as("the size of %s, which has %d byte codes", callee.name(), actual)
                        .isBetween(actual, (int) ((jumps(method) ? LOOSENESS_OF_JUMPS : LOOSENESS) * actual) + SMALL);
            }
        }
        softly.assertAll();
    }
}
