package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Source that the processor must refuse. A mark {@value #MARK} stands where an error is expected, right before the
 * character that the compiler points at; the marks are taken out before the source is compiled.
 */
public final class Refused {
    private static final String MARK = "\u00ab";

    private record Position(long line, long column) {
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    private final List<Diagnostic<? extends JavaFileObject>> errors;
    private final List<Position> expected = new ArrayList<>();

    private Refused(String... marked) {
        String[] sources = new String[marked.length];
        for (int i = 0; i < marked.length; i++) {
            expected.addAll(marks(marked[i]));
            sources[i] = marked[i].replace(MARK, "");
        }
        Compilation compilation = Compiled.compile(sources);
        this.errors = compilation.errors().stream()
                .sorted(Comparator.comparing((Diagnostic<? extends JavaFileObject> error) -> fileOf(error))
                        .thenComparing(Diagnostic::getPosition))
                .toList();
    }

    /** A class {@code demo.Demo} with the given members. */
    public static Refused members(String members) {
        return new Refused(Compiled.demo(members));
    }

    /** Whole source files, in the order of their names. */
    public static Refused sources(String... sources) {
        return new Refused(sources);
    }

    private static String fileOf(Diagnostic<? extends JavaFileObject> error) {
        return error.getSource() == null ? "" : error.getSource().getName();
    }

    private static List<Position> marks(String source) {
        List<Position> marks = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            int before = 0;
            for (int at = lines[line].indexOf(MARK); at >= 0; at = lines[line].indexOf(MARK, at + 1)) {
                marks.add(new Position(line + 1L, at + 1L - before));
                before++;
            }
        }
        return marks;
    }

    /** Exactly one error: with the code in brackets, at the mark, and naming the construct. */
    public void with(String code, String... words) {
        assertPositions();
        assertThat(errors).as("errors").hasSize(1);
        assertMessage(errors.get(0), code, words);
    }

    /** One error at each mark, with these codes in order of position, and no other. */
    public void withEach(String... codes) {
        assertPositions();
        assertThat(errors.stream().map(error -> codeOf(error)).toList()).containsExactly(codes);
    }

    private void assertPositions() {
        assertThat(errors.stream()
                        .map(error -> new Position(error.getLineNumber(), error.getColumnNumber()))
                        .toList())
                .as("where the errors are: %s", errors)
                .isEqualTo(expected);
    }

    private static String codeOf(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ROOT);
        return message.startsWith("[") ? message.substring(1, message.indexOf(']')) : message;
    }

    private static void assertMessage(Diagnostic<? extends JavaFileObject> error, String code, String... words) {
        assertThat(error.getMessage(Locale.ROOT))
                .startsWith("[" + code + "] ")
                .contains(words)
                // What to write instead.
                .matches("(?s).+; .+");
    }
}
