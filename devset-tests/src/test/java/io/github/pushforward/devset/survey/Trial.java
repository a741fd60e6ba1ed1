package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.Differentiated;
import io.github.pushforward.devset.Library;
import io.github.pushforward.devset.LibraryClasses;
import io.github.pushforward.devset.LibraryCompiler;
import io.github.pushforward.devset.SourceFile;
import io.github.pushforward.devset.SourceMethod;
import io.github.pushforward.devset.survey.Outcome.Agreement;
import io.github.pushforward.devset.survey.Outcome.Complaint;
import io.github.pushforward.devset.survey.Outcome.Kind;
import io.github.pushforward.devset.survey.Outcome.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Annotates one method of a library at a time, and sees what comes of it. */
final class Trial {
    private final Library library;
    private final List<Path> jars;
    private final LibraryCompiler compiler;
    private final Path reports;

    /**
     * @param jars the library's own, then those that it may need
     * @param reports a folder for generated code that is wrong
     */
    Trial(Library library, List<Path> jars, LibraryCompiler compiler, Path reports) {
        this.library = library;
        this.jars = jars;
        this.compiler = compiler;
        this.reports = reports;
    }

    Outcome of(SourceFile file, SourceMethod method) {
        SourceFile annotated = file.annotated(method, Set.of());
        LibraryCompiler.Result processed;
        try {
            processed = Patience.call(() -> compiler.process(List.of(annotated)));
        } catch (Exception crash) {
            return outcome(file, method, Kind.CRASHED, List.of(new Complaint(stack(crash), method.line(), "")));
        }
        List<Complaint> refusals = complaints(processed, annotated, true);
        if (!refusals.isEmpty()) {
            boolean crashed =
                    refusals.stream().anyMatch(refusal -> refusal.message().startsWith("[InternalError]"));
            return outcome(file, method, crashed ? Kind.CRASHED : Kind.REFUSED, refusals);
        }
        if (processed.generated().isEmpty()) {
            return outcome(file, method, Kind.UNREADABLE, complaints(processed, annotated, false));
        }
        LibraryCompiler.Result compiled = compiler.compileGenerated(processed.generated());
        if (compiled.classes().isEmpty()) {
            save(method, processed.generated());
            return outcome(file, method, Kind.UNCOMPILABLE, generatedComplaints(compiled, processed.generated()));
        }
        Verdict verdict = method.isStatic() ? verdict(method, compiled.classes()) : Verdict.NOT_RUN;
        Outcome outcome = new Outcome(library.name(), file.path(), method, Kind.COMPILED, List.of(), verdict);
        if (outcome.isWrong()) {
            save(method, processed.generated());
        }
        return outcome;
    }

    private Outcome outcome(SourceFile file, SourceMethod method, Kind kind, List<Complaint> complaints) {
        return new Outcome(library.name(), file.path(), method, kind, complaints, Verdict.NOT_RUN);
    }

    private Verdict verdict(SourceMethod method, Map<String, byte[]> classes) {
        try (LibraryClasses loader = new LibraryClasses(jars, classes)) {
            return Patience.call(() -> Comparison.of(Differentiated.of(loader, method)));
        } catch (Exception failure) {
            return new Verdict(Agreement.INCONCLUSIVE, failure.toString());
        }
    }

    /** The errors of the processor, or those of javac, which a file without its neighbours may have. */
    private static List<Complaint> complaints(LibraryCompiler.Result result, SourceFile file, boolean ours) {
        List<Complaint> complaints = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        for (Diagnostic<? extends JavaFileObject> error : result.errors()) {
            String message = error.getMessage(null);
            if (message.matches("(?s)\\[[A-Z]\\w+] .*") == ours) {
                complaints.add(new Complaint(message, error.getLineNumber(), line(lines, error.getLineNumber())));
            }
        }
        return complaints;
    }

    private static List<Complaint> generatedComplaints(LibraryCompiler.Result result, Map<String, String> generated) {
        List<Complaint> complaints = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> problem : result.diagnostics()) {
            String name = problem.getSource() == null
                    ? ""
                    : problem.getSource().getName().replaceFirst("^/", "").replaceFirst("\\.java$", "");
            List<String> lines =
                    generated.getOrDefault(name.replace('/', '.'), "").lines().toList();
            complaints.add(new Complaint(
                    problem.getMessage(null), problem.getLineNumber(), line(lines, problem.getLineNumber())));
        }
        return complaints;
    }

    private static String line(List<String> lines, long number) {
        return number >= 1 && number <= lines.size()
                ? lines.get((int) number - 1).strip()
                : "";
    }

    private static String stack(Throwable crash) {
        StringWriter text = new StringWriter();
        crash.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void save(SourceMethod method, Map<String, String> generated) {
        try {
            Path folder = Files.createDirectories(reports.resolve("generated")
                    .resolve(library.name())
                    .resolve(method.className() + "." + method.name() + "." + method.line()));
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(folder.resolve(file.getKey() + ".java"), file.getValue());
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
