package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outlives a call, a counter or a cache: the tangent writes it as the original does, and there is no gradient. */
class LastingWritesTest {
    private static final String COUNTING = """
            static int calls;
            int count;
            @Differentiable LINT
            static double f(double x, Demo counter) {
                calls++;
                counter.count += 2;
                return x * x * calls + counter.count;
            }
            static Demo counter() {
                calls = 0;
                return new Demo();
            }
            """;

    @Test
    void theTangentWritesWhatTheOriginalWrites() throws ReflectiveOperationException {
        Compiled compiled = Compiled.members(COUNTING.replace("LINT", "@SuppressWarnings(\"pushforward\")"));
        Object counter = compiled.call("demo.Demo", "counter");

        Object first = compiled.call("demo.DemoTangent", "f", 3.0, counter, 1.0);
        Object second = compiled.call("demo.DemoTangent", "f", 3.0, counter, 1.0);

        assertThat(first.toString()).isEqualTo("Dual[value=11.0, tangent=6.0]");
        assertThat(second.toString()).isEqualTo("Dual[value=22.0, tangent=12.0]");
    }

    @Test
    void aWarningAtTheWriteAndNoGradient() {
        Compilation compilation = compile(Compiled.demo(COUNTING.replace("LINT", "")));

        CompilationSubject.assertThat(compilation).succeeded();
        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation)
                .hadWarningContaining("[NoGradient] the field calls is written to")
                .inFile(Compiled.files(Compiled.demo(COUNTING.replace("LINT", "")))
                        .get(0))
                .onLine(9);
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
    }

    @Test
    void silencedByAnOption() {
        Compilation compilation = compile(Compiled.demo(COUNTING.replace("LINT", "")), "-Apushforward.warnings=off");

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void inAHelperAndInAnArrayOfAField() {
        Compilation compilation = compile(Compiled.demo("""
                final int[] histogram = new int[3];
                private void note(int i) {
                    int[] counts = histogram;
                    this.histogram[i]++;
                }
                @Differentiable
                double f(double x, int i) {
                    note(i);
                    return x * x;
                }
                @Differentiable
                double g(double x) {
                    return x * x;
                }
                """));

        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoGradient");
    }

    /** Each would give every pass other numbers; a look at them does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x * random.nextInt(100)",
                "x * Math.random()",
                "x * numbers.next()",
                "x * (list.add(1) ? 2 : 3)",
                "x * text.append(1).length()"
            })
    void objectsThatLibraryCallsChange(String expression) {
        String signature = "double x, java.util.Random random, java.util.Iterator<Integer> numbers, "
                + "java.util.List<Integer> list, StringBuilder text";
        Compilation compilation = compile(
                Compiled.demo("@Differentiable static double f(" + signature + ") { return " + expression + "; }"));

        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation).hadWarningContaining("[NoGradient]");
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
    }

    /** What the passes of one gradient would disagree about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.util.Random().nextDouble()",
                "new java.util.SplittableRandom().nextDouble()",
                "java.util.random.RandomGenerator.getDefault().nextDouble()",
                "java.util.random.RandomGenerator.of(\"L64X128MixRandom\").nextDouble()",
                "drawn()"
            })
    void generatorsWithoutASeed(String weight) {
        Compilation compilation = compile(Compiled.demo("""
                @Differentiable
                static double f(double x) {
                    double weight = WEIGHT;
                    return weight * x;
                }
                static double drawn() {
                    java.util.Random random = new java.util.Random();
                    return random.nextDouble();
                }
                """.replace("WEIGHT", weight)));

        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation).hadWarningContaining("[NoGradient] ");
        assertThat(compilation.generatedSourceFile("demo.DemoGradient")).isEmpty();
    }

    @Test
    void generatorsWithASeedThatAreMadeHere() {
        Compilation compilation = compile(Compiled.demo("""
                @Differentiable
                static double f(double x, long seed) {
                    java.util.Random random = new java.util.Random(seed);
                    return random.nextDouble() * x;
                }
                """));

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoGradient");
    }

    @Test
    void objectsThatAreOnlyReadOrMadeHere() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, java.util.List<Integer> list) {
                    double y = x;
                    for (java.util.Iterator<Integer> numbers = list.iterator(); numbers.hasNext(); ) {
                        y *= x + numbers.next();
                    }
                    String text = new StringBuilder().append("y = ").append(list.size()).toString();
                    System.out.print("");
                    return y * text.length() + list.get(0);
                }
                """);

        Differentiated.method(compiled, "f", true, false)
                .at(0.5, java.util.List.of(1, 2))
                .at(-2.0, java.util.List.of(3));
        assertThat(compiled.load("demo.DemoGradient")).isNotNull();
    }

    @Test
    void anObjectOfTheMethodItselfDoesNotLast() {
        Compiled compiled = Compiled.members("""
                static final class Counter {
                    int n;
                }
                @Differentiable
                static double f(double x) {
                    Counter counter = new Counter();
                    double y = x;
                    while (counter.n < 3) {
                        counter.n++;
                        y *= x + counter.n;
                    }
                    return y;
                }
                """);

        Differentiated.method(compiled, "f", true).at(0.5).at(-2.0);
        assertThat(compiled.load("demo.DemoGradient")).isNotNull();
    }

    private static Compilation compile(String source, String... options) {
        return Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions((Object[]) options)
                .compile(Compiled.files(source));
    }
}
