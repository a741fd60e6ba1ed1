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
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Annotates one method of a library at a time, and sees what comes of it. */
final class Trial {
    private static final int ROUNDS = 12;

    private final Library library;
    private final Map<String, SourceFile> files;
    private final boolean followsCallees;
    private final List<Path> jars;
    private final LibraryCompiler compiler;
    private final Path reports;

    /**
     * @param files of the library, by path
     * @param followsCallees whether methods of the library that the processor asks to annotate are annotated too
     * @param jars the library's own, then those that it may need
     * @param reports a folder for generated code that is wrong
     */
    Trial(
            Library library,
            Map<String, SourceFile> files,
            boolean followsCallees,
            List<Path> jars,
            LibraryCompiler compiler,
            Path reports) {
        this.library = library;
        this.files = files;
        this.followsCallees = followsCallees;
        this.jars = jars;
        this.compiler = compiler;
        this.reports = reports;
    }

    Outcome of(SourceFile file, SourceMethod method) {
        Companions companions = new Companions(files, file, method);
        LibraryCompiler.Result processed;
        List<Complaint> refusals;
        int round = 0;
        do {
            List<SourceFile> sources = companions.files();
            try {
                processed = Patience.call(() -> compiler.process(sources));
            } catch (Exception crash) {
                return outcome(file, method, Kind.CRASHED, List.of(new Complaint(stack(crash), method.line(), "")));
            }
            refusals = complaints(processed, true);
        } while (followsCallees && round++ < ROUNDS && companions.follow(refusals));
        if (!refusals.isEmpty()) {
            boolean crashed =
                    refusals.stream().anyMatch(refusal -> refusal.message().startsWith("[InternalError]"));
            return outcome(file, method, crashed ? Kind.CRASHED : Kind.REFUSED, refusals);
        }
        if (processed.generated().isEmpty()) {
            return outcome(file, method, Kind.UNREADABLE, complaints(processed, false));
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
    private static List<Complaint> complaints(LibraryCompiler.Result result, boolean ours) {
        List<Complaint> complaints = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> error : result.errors()) {
            String message = error.getMessage(null);
            if (message.matches("(?s)\\[[A-Z]\\w+] .*") == ours) {
                complaints.add(new Complaint(message, error.getLineNumber(), line(error)));
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

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        try {
            return error.getSource() == null
                    ? ""
                    : line(
                            error.getSource()
                                    .getCharContent(true)
                                    .toString()
                                    .lines()
                                    .toList(),
                            error.getLineNumber());
        } catch (IOException absent) {
            return "";
        }
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
