package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.DifferentiableProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Source that the processor must differentiate with advisories. A mark {@value #MARK} stands where a warning is expected, right
 * before the character that the compiler points at; the marks are taken out before the source is compiled.
 */
public final class Advised {
    private static final String MARK = "\u00ab";

    private final List<Object> options = new ArrayList<>(List.of("-Xlint:all", "-parameters"));
    private final List<String> sources = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private Advised(String... marked) {
        for (String source : marked) {
            sources.add(source.replace(MARK, ""));
            expected.addAll(marks(source));
        }
    }

    /** A class {@code demo.Demo} with the given members. */
    public static Advised members(String members) {
        return new Advised(Compiled.demo(members));
    }

    /** Whole source files, in the order of their names. */
    public static Advised sources(String... sources) {
        return new Advised(sources);
    }

    /** The same with options of the compiler. */
    public Advised with(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    private static List<String> marks(String source) {
        List<String> marks = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            int before = 0;
            for (int at = lines[line].indexOf(MARK); at >= 0; at = lines[line].indexOf(MARK, at + 1)) {
                marks.add((line + 1) + ":" + (at + 1 - before));
                before++;
            }
        }
        return marks;
    }

    private Compilation compile() {
        return Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions(options)
                .compile(Compiled.files(sources.toArray(String[]::new)));
    }

    /** Exactly these advisories, one at each mark, each with the code in brackets, the words and what to do; and code that compiles. */
    public void of(String code, String... words) {
        Compilation compilation = compile();
        CompilationSubject.assertThat(compilation).succeeded();
        List<Diagnostic<? extends JavaFileObject>> warnings = sorted(compilation);
        assertThat(warnings.stream()
                        .map(warning -> warning.getLineNumber() + ":" + warning.getColumnNumber())
                        .toList())
                .as("where the warnings are: %s", warnings)
                .isEqualTo(expected);
        assertThat(warnings).isNotEmpty().allSatisfy(warning -> {
            String message = warning.getMessage(Locale.ROOT);
            assertThat(message)
                    .startsWith("[" + code + "] ")
                    .matches(
                            "(?s).+; .+, or silence this by @SuppressWarnings\\(\"pushforward\"\\) on the method or its class");
            assertThat(List.of(words)).allMatch(message::contains);
        });
    }

    private static List<Diagnostic<? extends JavaFileObject>> sorted(Compilation compilation) {
        return compilation.warnings().stream()
                // JDK 21 and newer warn of some of the same lines: what `k += x` loses, say.
                .filter(warning -> !"compiler.warn.possible.loss.of.precision".equals(warning.getCode()))
                .sorted(Comparator.comparing(
                                (Diagnostic<? extends JavaFileObject> warning) -> warning.getSource() == null
                                        ? ""
                                        : warning.getSource().getName())
                        .thenComparing(Diagnostic::getPosition))
                .toList();
    }

    /** Nothing is to be said, whatever the marks expect. */
    public void nothing() {
        CompilationSubject.assertThat(compile()).succeededWithoutWarnings();
    }

    /** The build fails, for the advisories alone. */
    public void failsTheBuild() {
        with("-Werror");
        Compilation compilation = compile();
        CompilationSubject.assertThat(compilation).failed();
        assertThat(compilation.warnings()).hasSameSizeAs(expected);
        assertThat(compilation.errors())
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("-Werror"));
    }
}
