package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.SourceFile;
import io.github.pushforward.devset.SourceMethod;
import io.github.pushforward.devset.survey.Outcome.Complaint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that are compiled together for one method: its own, and those of the callees that it asks to annotate. */
final class Companions {
    private static final Pattern CALLEE =
            Pattern.compile("\\[NoTangent] the call of (\\S+)\\.(\\w+) receives an active.*", Pattern.DOTALL);

    private final Map<String, SourceFile> library;
    private final Map<String, Set<SourceMethod>> annotated = new LinkedHashMap<>();

    /**
     * @param library the files to find callees in, by path
     */
    Companions(Map<String, SourceFile> library, SourceFile file, SourceMethod method) {
        this.library = library;
        annotate(file.path(), List.of(method));
    }

    private boolean annotate(String path, List<SourceMethod> methods) {
        boolean isNew = !annotated.containsKey(path);
        return annotated
                        .computeIfAbsent(path, key -> new TreeSet<>(Comparator.comparing(SourceMethod::position)))
                        .addAll(methods)
                || isNew;
    }

    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        annotated.forEach((path, methods) -> {
            SourceFile file = library.get(path);
            // From the last one up, so that the positions of the others stay right.
            for (SourceMethod method : new ArrayList<>(methods)
                    .stream()
                            .sorted(Comparator.comparing(SourceMethod::position).reversed())
                            .toList()) {
                file = file.annotated(method, Set.of());
            }
            files.add(file);
        });
        return files;
    }

    /** Annotates the callees that complaints name; whether there was any. */
    boolean follow(List<Complaint> complaints) {
        boolean followed = false;
        for (Complaint complaint : complaints) {
            Matcher callee = CALLEE.matcher(complaint.message());
            if (callee.matches()) {
                Optional<String> path = pathOf(callee.group(1));
                followed |= path.isPresent() && annotate(path.get(), methods(path.get(), callee));
            }
        }
        return followed;
    }

    /** The overloads that may have a derivative; none for a check of arguments, whose file is of use all the same. */
    private List<SourceMethod> methods(String path, Matcher callee) {
        return Candidates.in(library.get(path)).stream()
                .filter(method -> method.name().equals(callee.group(2)))
                .filter(method -> method.className().replace('$', '.').equals(callee.group(1)))
                .toList();
    }

    private Optional<String> pathOf(String className) {
        for (String name = className; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            String path = name.replace('.', '/') + ".java";
            if (library.containsKey(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
