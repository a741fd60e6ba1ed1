package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a source is written down, in whatever characters and lines, changes neither what is generated nor where errors are. */
class SourceFormsTest {
    private static final String SOURCE = """
            package demo;
            import io.github.pushforward.Differentiable;
            final class Demo {
                @Differentiable
                static double f(double x) {
                    double y = 2 * x; // half of \u03c0
                    return HOLE;
                }
            }
            """;
    private static final String REFUSED = "y *  Double.parseDouble(\"\" + x)";

    private static Compilation compile(String source) {
        return Compiled.compile(source);
    }

    private static List<String> places(String source, String expression) {
        return compile(source.replace("HOLE", expression)).errors().stream()
                .map(error -> place(error))
                .toList();
    }

    private static String place(Diagnostic<? extends JavaFileObject> error) {
        return error.getLineNumber() + ":" + error.getColumnNumber() + " " + error.getPosition();
    }

    /** At the place where javac itself complains of a method that it does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void ends(String end) {
        String source = SOURCE.replace("\n", end);

        assertThat(places(source, REFUSED)).isEqualTo(places(source, "y *  Double.nothing(\"\" + x)"));
        CompilationSubject.assertThat(compile(source.replace("HOLE", "y"))).succeededWithoutWarnings();
    }

    @Test
    void tabs() {
        String source = SOURCE.replace("    ", "\t").replace("return", "/*\t\t*/return");

        assertThat(places(source, REFUSED)).hasSize(1).isEqualTo(places(source, "y *  Double.nothing(\"\" + x)"));
    }

    @Test
    void escapes() {
        String source = SOURCE.replace("double y", "/* \\u0041\\uuu0042 */ d\\u006fuble \\u0079");

        assertThat(places(source, REFUSED)).hasSize(1).isEqualTo(places(source, "y *  Double.nothing(\"\" + x)"));
        CompilationSubject.assertThat(compile(source.replace("HOLE", "\\u0079")))
                .succeededWithoutWarnings();
    }

    /** Half of a pair is a legal character of a string and of a comment. */
    @Test
    void loneSurrogates() {
        String source = SOURCE.replace("// half", "// \\ud835 \ud835 half")
                .replace("HOLE", "y * (\"\\ud835\" + '\\udcb3').length()");

        CompilationSubject.assertThat(compile(source)).succeededWithoutWarnings();
    }

    @Test
    void charactersBeyondTheBasicPlane() {
        String name = "\ud835\udcb3";
        String source = SOURCE.replace("y", name).replace("pack\u0061ge", "package");

        assertThat(places(source, REFUSED.replace("y", name)))
                .hasSize(1)
                .isEqualTo(places(source, name + " *  Double.nothing(\"\" + x)"));
        CompilationSubject.assertThat(compile(source.replace("HOLE", name))).succeededWithoutWarnings();
    }

    @Test
    void combiningAndIgnorableCharacters() {
        String source = SOURCE.replace(" y", " e\u0301\u200b").replace("HOLE", "e\u0301\u200b * x");

        CompilationSubject.assertThat(compile(source)).succeededWithoutWarnings();
    }

    /** Which javac does not take for a part of the source: it says so, and we say nothing. */
    @Test
    void aByteOrderMark() {
        assertThat(compile("\ufeff" + SOURCE.replace("HOLE", "y")).errors())
                .isNotEmpty()
                .noneMatch(error -> error.getMessage(Locale.ROOT).startsWith("["));
    }

    @Test
    void allOnOneLine() {
        String source = SOURCE.replace("// half of \u03c0", "").replace("\n", " ");

        assertThat(places(source, REFUSED)).hasSize(1).isEqualTo(places(source, "y *  Double.nothing(\"\" + x)"));
    }

    @Test
    void nothingAtTheEnd() {
        String source = SOURCE.replace("HOLE", "y").stripTrailing();

        CompilationSubject.assertThat(compile(source)).succeededWithoutWarnings();
        CompilationSubject.assertThat(compile(source + "// the end")).succeededWithoutWarnings();
        CompilationSubject.assertThat(compile(source + "\u001a")).succeededWithoutWarnings();
    }
}
