package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.Library;
import io.github.pushforward.devset.LibraryCompiler;
import io.github.pushforward.devset.SourceFile;
import io.github.pushforward.devset.SourceMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tries every candidate of every library, a file at a time, on two threads. */
final class Survey {
    private static final int THREADS = 2;

    private final List<Library> libraries;
    private final Pattern wanted;
    private final boolean followsCallees;
    private final Path reports;

    /**
     * @param wanted found in {@code library class#method} of what is to be tried
     * @param followsCallees whether methods of the library that the processor asks to annotate are annotated too
     */
    Survey(List<Library> libraries, Pattern wanted, boolean followsCallees, Path reports) {
        this.libraries = libraries;
        this.wanted = wanted;
        this.followsCallees = followsCallees;
        this.reports = reports;
    }

    List<Outcome> run() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Library library : libraries) {
                List<Outcome> found = outcomes(library, threads);
                System.out.println(library.name() + ": " + found.size() + " methods");
                outcomes.addAll(found);
                Report.write(outcomes, reports);
            }
        } finally {
            threads.shutdownNow();
        }
        return outcomes;
    }

    private List<Outcome> outcomes(Library library, ExecutorService threads) throws Exception {
        List<Path> jars = new ArrayList<>();
        jars.add(library.classes());
        try (Stream<Path> others = Files.list(library.classes().getParent())) {
            others.filter(jar -> jar.toString().endsWith(".jar"))
                    .filter(jar ->
                            !jar.equals(library.classes()) && !jar.toString().endsWith("-sources.jar"))
                    .sorted()
                    .forEach(jars::add);
        }
        List<LibraryCompiler> compilers = new ArrayList<>();
        ThreadLocal<LibraryCompiler> compiler = ThreadLocal.withInitial(() -> {
            LibraryCompiler created = create(jars);
            synchronized (compilers) {
                compilers.add(created);
            }
            return created;
        });
        List<Callable<List<Outcome>>> tasks = new ArrayList<>();
        Map<String, SourceFile> files = new TreeMap<>();
        library.files().forEach(file -> files.put(file.path(), file));
        for (SourceFile file : files.values()) {
            // Some jars have the sources of tests as well.
            if (!library.hasClassesOf(file)) {
                continue;
            }
            tasks.add(() -> outcomes(library, file, files, jars, compiler));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<List<Outcome>> task : threads.invokeAll(tasks)) {
            outcomes.addAll(task.get());
        }
        for (LibraryCompiler created : compilers) {
            created.close();
        }
        return outcomes;
    }

    private static LibraryCompiler create(List<Path> jars) {
        try {
            return new LibraryCompiler(jars);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private List<Outcome> outcomes(
            Library library,
            SourceFile file,
            Map<String, SourceFile> files,
            List<Path> jars,
            ThreadLocal<LibraryCompiler> compiler) {
        List<Outcome> outcomes = new ArrayList<>();
        for (SourceMethod method : Candidates.in(file)) {
            if (wanted.matcher(library.name() + " " + method).find()) {
                outcomes.add(new Trial(library, files, followsCallees, jars, compiler.get(), reports).of(file, method));
            }
        }
        return outcomes;
    }
}
