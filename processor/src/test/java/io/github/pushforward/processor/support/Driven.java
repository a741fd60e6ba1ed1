package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;

/**
 * A differentiable method of {@code demo.Demo} that takes functions: tests give it some by a method {@code Plain.run} over numbers and arrays,
 * which calls the original, and by a method {@code Duals.run}, which takes tangents as well and calls the tangent.
 */
public final class Driven {
    private static final String IMPORTS = """
            package demo;
            import io.github.pushforward.runtime.*;
            import java.util.function.*;
            """;

    private Driven() {}

    /** @param active which parameters of {@code Plain.run} have tangents */
    public static Differentiated of(String members, String plain, String duals, boolean... active) {
        return Differentiated.method(compile(members, plain, duals), "demo.Plain", "demo.Duals", "run", active);
    }

    public static Compiled compile(String members, String plain, String duals) {
        String demo = IMPORTS + "import io.github.pushforward.*;\n" + "final class Demo {\n" + members + "\n}\n";
        Compilation compilation = Compiled.compile(
                demo,
                IMPORTS + "final class Plain {\n" + plain + "\n}\n",
                IMPORTS + "final class Duals {\n" + duals + "\n}\n");
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.errors()).isEmpty();
        return new Compiled(Compiled.classFiles(compilation));
    }
}
