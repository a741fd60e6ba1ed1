package io.github.pushforward.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What javac did with some files.
 *
 * @param succeeded what it says itself
 * @param output what it printed instead of reporting it
 * @param generated sources, by the names of their classes
 * @param isProcessed whether javac came to run the processor
 * @param owners the classes whose methods were to be differentiated
 * @param thrown what came out of the processor
 */
record Compilation(
        boolean succeeded,
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        String output,
        Map<String, String> generated,
        boolean isProcessed,
        Set<String> owners,
        @Nullable Throwable thrown) {
    private static final Pattern CODE = Pattern.compile("^\\[[A-Z]\\w+] ");

    /** In the parameters of a method, javac warns of such a class even where {@code @SuppressWarnings} asks it not to. */
    private static final String AUXILIARY = "compiler.warn.auxiliary.class.accessed.from.outside.of.its.source.file";

    boolean crashed() {
        return output.contains("An exception has occurred in the compiler")
                || output.contains("An annotation processor threw")
                || output.contains("The system is out of resources");
    }

    List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** The processor's own, by the code at the start of the message. */
    List<Diagnostic<? extends JavaFileObject>> errorsOfProcessor() {
        return errors().stream().filter(Compilation::isOfProcessor).toList();
    }

    List<Diagnostic<? extends JavaFileObject>> errorsOfCompiler() {
        return errors().stream().filter(error -> !isOfProcessor(error)).toList();
    }

    /** Errors and warnings of the compiler in generated files. */
    List<Diagnostic<? extends JavaFileObject>> inGenerated() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE && isInGenerated(diagnostic))
                .filter(diagnostic -> !AUXILIARY.equals(diagnostic.getCode()))
                .toList();
    }

    static boolean isInGenerated(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() != null
                && diagnostic.getSource().getName().startsWith(MemoryFiles.GENERATED);
    }

    static boolean isOfProcessor(Diagnostic<?> diagnostic) {
        return CODE.matcher(diagnostic.getMessage(Locale.ROOT)).find();
    }
}
