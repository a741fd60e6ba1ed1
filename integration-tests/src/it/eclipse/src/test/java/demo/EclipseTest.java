package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler has no syntax trees for processors: one error that says to use javac, for any number of classes. */
class EclipseTest {
    @Test
    void clearErrorAndNothingElse(@TempDir Path out) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        String path = System.getProperty("java.class.path");
        boolean success = BatchCompiler.compile(
                new String[] {
                    "-17", "-noExit", "-classpath", path, "-processorpath", path, "-d", out.toString(), "src/eclipse/java"
                },
                writer,
                writer,
                null);
        String log = said.toString();

        assertFalse(success, log);
        assertTrue(
                log.contains("[UnsupportedCompiler] Pushforward reads method bodies through the syntax trees of javac, "
                        + "which this compiler does not offer; compile with javac"),
                log);
        assertEquals(1, Pattern.compile("ERROR").matcher(log).results().count(), log);
        assertFalse(log.contains("\tat "), log);
    }
}
