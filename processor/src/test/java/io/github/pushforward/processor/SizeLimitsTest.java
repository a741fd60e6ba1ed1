package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationFailureException;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.runtime.Dual;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tangent methods that outgrow what HotSpot compiles, or what a class file can hold. */
class SizeLimitsTest {
    /** What a thread usually has. */
    private static final long STACK_SIZE = 1 << 20;

    private static String sum(String head, int terms) {
        return head
                + IntStream.range(0, terms)
                        .mapToObj(i -> "s += Math.sin(x[" + i % 7 + "] * s) / (1 + s * s);")
                        .collect(Collectors.joining("\n", " {\ndouble s = 0;\n", "\nreturn s;\n}\n"));
    }

    private static Compilation compile(String members) {
        return compiler().compile(Compiled.files(Compiled.demo(members)));
    }

    private static Compiler compiler() {
        return Compiler.javac().withProcessors(new DifferentiableProcessor()).withOptions("-Xlint:all");
    }

    /** javac goes deeper than we do, on the stack that it has: then that is what we say. */
    @Test
    void nestedTooDeeplyForTheStack() throws ExecutionException, InterruptedException {
        Set<String> codes = new HashSet<>();
        for (int depth = 200; depth <= 2_000; depth += 200) {
            String members = "@Differentiable\nstatic double f(double x, int n) {\nreturn "
                    + "n == 1 ? x : ".repeat(depth) + "2 * x;\n}";
            // Somewhat less, so that what is just deep enough for javac is no matter of chance.
            if (withStack(STACK_SIZE * 7 / 8, Compiler.javac(), members).isPresent()) {
                withStack(STACK_SIZE, compiler(), members).orElseThrow().errors().stream()
                        .map(error -> error.getMessage(Locale.ROOT).split(" ")[0])
                        .forEach(codes::add);
            }
        }

        assertThat(codes).containsExactly("[MethodTooLarge]");
    }

    /** Nothing where javac itself overflows. */
    private static Optional<Compilation> withStack(long size, Compiler compiler, String members)
            throws ExecutionException, InterruptedException {
        FutureTask<Optional<Compilation>> task = new FutureTask<>(() -> {
            try {
                return Optional.of(compiler.compile(Compiled.files(Compiled.demo(members))));
            } catch (CompilationFailureException crash) {
                return Optional.empty();
            }
        });
        new Thread(null, task, "javac", size).start();
        return task.get();
    }

    /** Each lane writes all lanes of the array within it: the size is a power of the depth, and counting it must not be. */
    @Test
    @Timeout(60)
    void arraysWithinArrays() {
        String nested = "new double[] {".repeat(20) + "x * x" + "}[0]".repeat(20);

        Compiled compiled = Compiled.members("@Differentiable\nstatic double f(double x) {\nreturn " + nested + ";\n}");

        assertThat(compiled.call("demo.DemoTangent", "f", 3.0, 1.0)).isEqualTo(new Dual(9, 6));
    }

    @Test
    void anAdvisoryWhereHotSpotWillInterpret() {
        String members = sum("@Differentiable\nstatic double f(double[] x)", 150);
        Compilation compilation = compile(members);

        CompilationSubject.assertThat(compilation).succeeded();
        CompilationSubject.assertThat(compilation).hadWarningCount(1);
        CompilationSubject.assertThat(compilation)
                .hadWarningContaining("[MethodTooLarge] the tangent of f has about")
                .inFile(Compiled.files(Compiled.demo(members)).get(0))
                .onLine(6);
    }

    /** The second derivative is larger than the tangent, and a method may have both too large. */
    @Test
    void anAdvisorySaysWhichDerivative() {
        String members = sum("@Differentiable(order = 2)\nstatic double f(double[] x)", 80);

        CompilationSubject.assertThat(compile(members))
                .hadWarningContaining("[MethodTooLarge] the second derivative of f has about");
    }

    @Test
    void silenced() {
        String members = sum("@SuppressWarnings(\"pushforward\")\n@Differentiable\nstatic double f(double[] x)", 150);

        CompilationSubject.assertThat(compile(members)).succeededWithoutWarnings();
    }

    /** The helper is to blame, not the method that calls it. */
    @Test
    void anAdvisoryAtAHelper() {
        String members = "@Differentiable\nstatic double f(double[] x) {\nreturn g(x);\n}\n"
                + sum("static double g(double[] x)", 150);
        Compilation compilation = compile(members);

        CompilationSubject.assertThat(compilation)
                .hadWarningContaining("the tangent of g")
                .inFile(Compiled.files(Compiled.demo(members)).get(0))
                .onLine(9);
    }

    @Test
    void noAdvisoryForWhatIsCompiled() {
        Compiled compiled = Compiled.members(sum("@Differentiable\nstatic double f(double[] x)", 60));

        assertThat(compiled.codeLengths("demo.DemoTangent").values()).allMatch(length -> length <= 8_000);
    }

    /** What is copied for every way out was taken to be eight times as large, and so 64 times in a finally of a finally. */
    @Test
    void oneFinallyInsideAnotherIsNotTooLarge() {
        Compilation compilation = compile("""
                @Differentiable(order = 2)
                static double f(double x, double[] a) {
                    try {
                        if (x > 0) {
                            return 1.0;
                        }
                    } finally {
                        try {
                            x *= 2;
                        } finally {
                            a[Math.floorMod(Math.max(3, 1), 1)] /= x;
                        }
                    }
                    return x;
                }
                """);

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void whatNoClassFileHoldsIsAnError() {
        Refused.members(sum("@Differentiable\nstatic double «f(double[] x)", 800))
                .with("MethodTooLarge", "room for no more than 65535", "move parts of f into methods of this class");
    }

    @Test
    void tooManyParametersForAMethodAreAnError() {
        String parameters = IntStream.range(0, 70).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
        Refused.members("@Differentiable\nstatic double «f(" + parameters + ") {\nreturn x0 * x69;\n}\n")
                .with("MethodTooLarge", "parameters for 280 words", "pass numbers in an array");
    }

    /** With as many lanes as parameters leave room for. */
    @Test
    void manyParametersTakeFewerLanes() {
        String parameters = IntStream.range(0, 30).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
        Compiled compiled =
                Compiled.members("@Differentiable\nstatic double f(" + parameters + ") {\nreturn x0 * x29;\n}\n");

        assertThat(compiled.codeLengths("demo.DemoLanes").keySet()).anyMatch(name -> name.startsWith("f30x2"));
    }
}
