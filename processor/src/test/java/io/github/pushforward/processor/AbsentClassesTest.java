package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files that name classes which are not there: what javac compiles all the same, we differentiate or refuse. */
class AbsentClassesTest {
    private static final String[] LIBRARY = {"""
        package lib;
        public class Gone {
            public static final double K = 2;
            public static double s(double x) { return x; }
            public double g(double x) { return x; }
        }
        """, """
        package lib;
        public class Sub extends Gone {
            public double field = 3;
            public double h(double x) { return 2 * x; }
            public static double t(double x) { return x; }
            public static double u(int n) { return n; }
        }
        """, """
        package lib;
        public class Uses {
            public Gone gone;
            public double f = 1;
            public double m(Gone g, double x) { return x; }
            public static Gone m3(int n) { return null; }
            public static double over(double x) { return x; }
            public static double over(Gone x) { return 1; }
            public static int n(int k) { return k; }
        }
        """, """
        package lib;
        @io.github.pushforward.Differentiable
        public class Active {
            public double x;
            public Gone gone;
        }
        """};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static double f(double x) { return lib.Sub.u(3) * x; }",
                "static double f(double x) { return new lib.Sub().h(2) * x; }",
                "static double f(double x) { return lib.Sub.t(x); }",
                "static double f(double x) { return lib.Sub.s(x); }",
                "static double f(double x) { return lib.Sub.K * x; }",
                "static double f(double x) { return lib.Gone.s(x); }",
                "static double f(double x) { return new lib.Sub().field * x; }",
                "static double f(double x) { lib.Uses u = new lib.Uses(); return u.m(null, x); }",
                "static double f(double x) { return lib.Uses.over(x); }",
                "static double f(double x) { return lib.Uses.m3(1).g(x); }",
                "static double f(double x) { return lib.Uses.n(3) * x; }",
                "static double f(double x) { return new lib.Uses().f * x; }",
                "static double f(double x) { Object o = lib.Uses.m3(3); return x; }",
                "static double f(double x) { Object o = new lib.Sub(); return o instanceof lib.Sub s ? x * s.field : x; }",
                "static double f(double x) { var g = new lib.Uses().gone; return x; }",
                "static double f(lib.Sub s, double x) { return x * s.field; }",
                "static double f(lib.Uses u, double x) { return x * u.f; }",
                "static double f(lib.Active a, double x) { return x * a.x; }",
                "static double f(lib.Gone g, double x) { return x; }",
                "static lib.Gone f(double x) { return null; }",
                "static double f(double x) { return g(null, x); } static double g(lib.Sub s, double x) { return x * x; }",
                "static double f(double x) { return x; } lib.Sub field; lib.Gone gone; lib.Gone g(lib.Gone g) { return g; }",
                "static double f(double x) { return new N().f(x); } static class N extends lib.Sub { double f(double x) { return h(x); } }",
                "static double f(double x) { try { return x; } catch (RuntimeException e) { return lib.Uses.n(1); } }",
            })
    void aClassFileThatIsMissing(String method, @TempDir Path directory) throws IOException {
        Library.unprocessed(directory, LIBRARY);
        Files.delete(directory.resolve("lib/Gone.class"));
        Compilation plain = compile(Compiler.javac().withOptions("-proc:none"), directory, method);
        Compilation processed =
                compile(Compiler.javac().withProcessors(new DifferentiableProcessor()), directory, method);

        List<String> errors = processed.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
        assertThat(errors).noneMatch(error -> error.contains("InternalError"));
        if (plain.status() == Compilation.Status.SUCCESS) {
            assertThat(errors).allMatch(error -> error.startsWith("["));
        } else {
            assertThat(processed.status()).isEqualTo(Compilation.Status.FAILURE);
        }
    }

    private static Compilation compile(Compiler compiler, Path library, String method) {
        List<File> path = new ArrayList<>(List.of(library.toFile()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(new File(entry));
        }
        return compiler.withClasspath(path).compile(Compiled.files(Compiled.demo("@Differentiable " + method)));
    }
}
