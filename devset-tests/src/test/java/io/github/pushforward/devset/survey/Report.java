package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.survey.Outcome.Complaint;
import io.github.pushforward.devset.survey.Outcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The counts of a survey, what would unlock most methods, and every case where the processor is wrong. */
final class Report {
    private static final int EXAMPLES = 3;
    private static final int DETAILS = 12;
    private static final int STEPS = 30;

    private final List<Outcome> outcomes;
    private final StringBuilder text = new StringBuilder();

    private Report(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** Writes {@code report.md} and {@code outcomes.tsv}, a line for each method. */
    static void write(List<Outcome> outcomes, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.md"), new Report(outcomes).text());
        Files.write(
                folder.resolve("outcomes.tsv"),
                outcomes.stream().map(Report::row).toList());
    }

    private static String row(Outcome outcome) {
        return String.join(
                "\t",
                outcome.library(),
                outcome.method().isStatic() ? "static" : "instance",
                outcome.kind().name(),
                outcome.verdict().agreement().name(),
                outcome.method().toString(),
                outcome.file() + ":" + outcome.method().line(),
                String.join(" | ", outcome.categories()),
                outcome.complaints().stream()
                        .map(complaint -> oneLine(complaint.line() + " " + complaint.message()))
                        .collect(Collectors.joining(" | ")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String text() {
        text.append("# Survey\n\n");
        counts();
        list("Wrong", Outcome::isWrong);
        list("Crashes", outcome -> outcome.kind() == Kind.CRASHED);
        list("Generated code that does not compile", outcome -> outcome.kind() == Kind.UNCOMPILABLE);
        categories();
        unlocking("static", outcome -> outcome.method().isStatic());
        unlocking("instance", outcome -> !outcome.method().isStatic());
        list("Read by javac alone in vain", outcome -> outcome.kind() == Kind.UNREADABLE);
        return text.toString();
    }

    private void counts() {
        text.append("| library | kind | methods | compiled | agree | inconclusive | wrong | refused | crashed "
                + "| uncompilable | unreadable |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        Map<String, List<Outcome>> groups = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            String kind = outcome.method().isStatic() ? "static" : "instance";
            for (String library : List.of(outcome.library(), "~ all")) {
                groups.computeIfAbsent(library + " | " + kind, key -> new ArrayList<>())
                        .add(outcome);
            }
        }
        groups.forEach((group, members) -> text.append("| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        group,
                        members.size(),
                        count(members, outcome -> outcome.kind() == Kind.COMPILED),
                        count(members, outcome -> outcome.verdict().agreement() == Outcome.Agreement.AGREES),
                        count(members, outcome -> outcome.verdict().agreement() == Outcome.Agreement.INCONCLUSIVE),
                        count(members, Outcome::isWrong),
                        count(members, outcome -> outcome.kind() == Kind.REFUSED),
                        count(members, outcome -> outcome.kind() == Kind.CRASHED),
                        count(members, outcome -> outcome.kind() == Kind.UNCOMPILABLE),
                        count(members, outcome -> outcome.kind() == Kind.UNREADABLE))));
    }

    private static long count(List<Outcome> members, Predicate<Outcome> condition) {
        return members.stream().filter(condition).count();
    }

    private void list(String title, Predicate<Outcome> condition) {
        List<Outcome> members = outcomes.stream().filter(condition).toList();
        text.append("\n## ").append(title).append(": ").append(members.size()).append("\n\n");
        for (Outcome outcome : members) {
            text.append("- ")
                    .append(outcome.library())
                    .append(' ')
                    .append(outcome.method())
                    .append(" line ")
                    .append(outcome.method().line())
                    .append('\n');
            if (outcome.isWrong()) {
                text.append("  - ").append(outcome.verdict()).append('\n');
            }
            for (Complaint complaint : outcome.complaints()) {
                text.append("  - ")
                        .append(complaint.line())
                        .append(": ")
                        .append(complaint.message().strip().replace("\n", "\n    "))
                        .append("\n    `")
                        .append(complaint.sourceLine())
                        .append("`\n");
            }
        }
    }

    private void categories() {
        text.append("\n## What is refused\n\nMethods; those refused for nothing else in brackets.\n\n");
        text.append("| category | all | static | instance |\n|---|---|---|---|\n");
        Map<String, List<Outcome>> byCategory = new TreeMap<>();
        for (Outcome outcome : refused(outcome -> true)) {
            outcome.categories()
                    .forEach(category -> byCategory
                            .computeIfAbsent(category, key -> new ArrayList<>())
                            .add(outcome));
        }
        List<Map.Entry<String, List<Outcome>>> sorted = byCategory.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .toList();
        for (Map.Entry<String, List<Outcome>> entry : sorted) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            entry.getKey(),
                            cell(entry.getValue(), outcome -> true),
                            cell(entry.getValue(), outcome -> outcome.method().isStatic()),
                            cell(entry.getValue(), outcome -> !outcome.method().isStatic())));
        }
        for (Map.Entry<String, List<Outcome>> entry : sorted) {
            text.append("\n### ").append(entry.getKey()).append("\n\n");
            details(entry.getKey(), entry.getValue());
            entry.getValue().stream().limit(EXAMPLES).forEach(outcome -> example(entry.getKey(), outcome));
        }
    }

    private static String cell(List<Outcome> members, Predicate<Outcome> condition) {
        return count(members, condition) + " ("
                + count(members, condition.and(outcome -> outcome.categories().size() == 1)) + ")";
    }

    private void details(String category, List<Outcome> members) {
        Map<String, Long> details = members.stream()
                .flatMap(outcome -> outcome.complaints().stream()
                        .map(Complaint::category)
                        .filter(found -> found.name().equals(category))
                        .map(Category::detail)
                        .distinct())
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        details.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(DETAILS)
                .forEach(detail -> text.append("- %d × `%s`\n".formatted(detail.getValue(), detail.getKey())));
    }

    private void example(String category, Outcome outcome) {
        outcome.complaints().stream()
                .filter(complaint -> complaint.category().name().equals(category))
                .findFirst()
                .ifPresent(complaint -> text.append("- e.g. %s, %s:%d: %s `%s`\n"
                        .formatted(
                                outcome.method(),
                                outcome.file(),
                                complaint.line(),
                                oneLine(complaint.message()),
                                complaint.sourceLine())));
    }

    /** Which categories, one after the other, free the most methods: greedily, with a look ahead of one pair. */
    private void unlocking(String title, Predicate<Outcome> condition) {
        List<Set<String>> locked =
                refused(condition).stream().map(Outcome::categories).collect(Collectors.toCollection(ArrayList::new));
        text.append("\n## What would unlock the most ")
                .append(title)
                .append(" methods, step by step (")
                .append(locked.size())
                .append(" refused)\n\n");
        Set<String> done = new LinkedHashSet<>();
        int total = locked.size();
        for (int step = 1; step <= STEPS && !locked.isEmpty(); step++) {
            Map<String, Double> weights = new TreeMap<>();
            for (Set<String> categories : locked) {
                // Half the worth for each further category that a method waits for.
                categories.forEach(category -> weights.merge(category, Math.pow(0.5, categories.size()), Double::sum));
            }
            String best = weights.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            done.add(best);
            locked = locked.stream()
                    .map(categories -> without(categories, best))
                    .filter(categories -> !categories.isEmpty())
                    .collect(Collectors.toCollection(ArrayList::new));
            text.append("%d. %s: %d unlocked in all\n".formatted(step, best, total - locked.size()));
        }
    }

    private static Set<String> without(Set<String> categories, String removed) {
        Set<String> rest = new TreeSet<>(categories);
        rest.remove(removed);
        return rest;
    }

    private List<Outcome> refused(Predicate<Outcome> condition) {
        return outcomes.stream()
                .filter(outcome -> outcome.kind() == Kind.REFUSED)
                .filter(condition)
                .toList();
    }
}
