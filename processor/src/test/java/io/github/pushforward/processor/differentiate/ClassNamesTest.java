package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.ir.Method;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two methods could share their variables: no class that one names may be hidden by a variable of the other. */
class ClassNamesTest {
    private static final Map<String, Method> METHODS = Corpus.ofSource("Names", """
                    package corpus;
                    import io.github.pushforward.Differentiable;
                    final class Names {
                        @Differentiable static double calls(double x) { double y = x; return x * Old.k(3) * y; }
                        @Differentiable static double reads(double x) { return x * Old.count; }
                        @Differentiable static double callsWithin(double x) { return x * Old.Inner.k(3); }
                        @Differentiable static double declares(double x) { if (x > 1) { double Old = x; return Old; } return x; }
                        @Differentiable static double declaresInner(double x) { double Inner = x; return Inner; }
                        @Differentiable static double takes(double Old) { return Old * Old; }
                    }
                    class Old {
                        static int count = 1;
                        static int k(int n) { return n; }
                        static class Inner { static int k(int n) { return n; } }
                    }
                    """).methods().stream()
            .collect(Collectors.toMap(Method::name, Function.identity()));

    @ParameterizedTest
    @CsvSource({
        "calls, declares",
        "declares, calls",
        "calls, takes",
        "takes, calls",
        "reads, declares",
        "takes, reads",
        "callsWithin, declares",
        "takes, callsWithin",
    })
    void areHidden(String one, String other) {
        assertThat(ClassNames.areHidden(METHODS.get(one), METHODS.get(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "calls, reads",
        "declares, takes",
        "declaresInner, callsWithin",
        "calls, declaresInner",
        "takes, declaresInner"
    })
    void areInSight(String one, String other) {
        assertThat(ClassNames.areHidden(METHODS.get(one), METHODS.get(other))).isFalse();
        assertThat(ClassNames.areHidden(METHODS.get(other), METHODS.get(one))).isFalse();
    }
}
