package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which forms a second derivative has, and under which names. */
class SecondOrderFormsTest {
    private static final String PREAMBLE = """
            package corpus;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.Dual;
            """;

    private final Reporter reporter = new Reporter();

    private SecondOrder second(String owner, String source) {
        Derivatives derivatives = Corpus.ofSource("Twice", PREAMBLE + source)
                .differentiate(1, reporter, Corpus.Wanted.SECOND_DERIVATIVES);
        assertThat(reporter.problems()).isEmpty();
        return derivatives.seconds().stream()
                .filter(second -> second.owner().simpleName().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    private static List<Method> all(SecondOrder second) {
        Stream<Method> forms = second.twices().stream()
                .flatMap(twice -> Stream.concat(
                        Stream.of(twice.alongConstants().method()),
                        twice.alongTangents().map(SecondOrder.Form::method).stream()));
        return Stream.concat(forms, second.helpers().stream()).toList();
    }

    /** Whether the first direction is a constant to one of the forms. */
    private boolean mayStandStill(String body) {
        SecondOrder second = second("Twice", "class Twice { @Differentiable(order = 2) static " + body + " }\n" + """
                class Other {
                    @Differentiable(order = 2) static double read(double[] a) { return a[0] * a[0]; }
                    @Differentiable(order = 2) static void write(double[] a, double x) { a[0] = x * x; }
                }
                """);
        return second.twices().get(0).alongTangents().isPresent();
    }

    @Test
    void arraysThatOtherClassesReadStandStill() {
        assertThat(mayStandStill("double f(double[] a) { return Other.read(a) * a[0]; }"))
                .isTrue();
    }

    @Test
    void arraysThatOtherClassesWriteMove() {
        assertThat(mayStandStill("void f(double[] a, @Constant double c) { a[0] *= Other.read(a); }"))
                .isFalse();
        Sides sides = sides("void f(double[] a, double x) { Other.write(a, x); }");
        assertThat(sides.moving()).containsExactly(true, true, true, false);
    }

    @Test
    void arraysThatAreSortedMove() {
        assertThat(mayStandStill("void f(double[] a) { java.util.Arrays.sort(a); }"))
                .isFalse();
    }

    private record Sides(List<Boolean> moving) {}

    private Sides sides(String body) {
        SecondOrder second = second("Twice", "class Twice { @Differentiable(order = 2) static " + body + " }\n" + """
                class Other {
                    @Differentiable(order = 2) static void write(double[] a, double x) { a[0] = x * x; }
                }
                """);
        return new Sides(second.twices().get(0).alongConstants().active());
    }

    /** A helper's name is made of that of its method, and another method may have that name already. */
    @Test
    void namesOfHelpersAreNotThoseOfMethods() {
        SecondOrder second = second("Twice", """
                class Twice {
                    static double g(double x) { return x * x; }
                    @Differentiable(order = 2) static double gSecond(double x) { return x; }
                    @Differentiable(order = 2) static double f(double x) { return g(x) * x; }
                }
                """);

        assertThat(all(second))
                .extracting(Method::callee)
                .extracting(Callee::signature)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesOfHelpersAreNotThoseOfMethodsForSuperCalls() {
        SecondOrder second = second("Above", """
                class Above {
                    double of(double x) { return x * ofTangent(x); }
                    static double ofTangent(double x) { return x; }
                    @Differentiable(order = 2) double at(double x) { return x * x; }
                    @Differentiable(order = 2) double at(double x, double y) { return x * y; }
                }
                class Below extends Above {
                    @Override @Differentiable(order = 2) double at(double x) { return super.at(x) * x; }
                    @Override @Differentiable(order = 2) double at(double x, double y) { return super.at(x, y) * x; }
                }
                """);

        assertThat(all(second))
                .extracting(Method::callee)
                .extracting(Callee::signature)
                .doesNotHaveDuplicates();
        assertThat(second.helpers())
                .extracting(helper -> helper.parameters().size())
                .as("one for super calls of each")
                .contains(5, 9);
    }
}
