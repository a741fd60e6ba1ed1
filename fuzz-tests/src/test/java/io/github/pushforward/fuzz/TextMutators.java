package io.github.pushforward.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes that know nothing of Java: lines, brackets, the ends of files, characters. */
final class TextMutators {
    private static final List<String> CHARACTERS = List.of(
            "\uFEFF", "\0", "\u001A", "\t", "\f", "\r", "\\u", "\\u000a", "\\uD835", "\uD835", "𝒳", "ä", "\"", "'",
            "\"\"\"", "/*", "*/", "//", "\\", "#", "`", "@", "\u200B", "\u202E", "\\u0022");

    private TextMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("truncate", (draft, random) -> draft.text().substring(0, place(draft.text(), random))),
                new Mutator("delete line", (draft, random) -> lines(draft, (lines, i) -> lines.remove(i), random)),
                new Mutator(
                        "duplicate line",
                        (draft, random) -> lines(draft, (lines, i) -> lines.add(i, lines.get(i)), random)),
                new Mutator(
                        "swap lines",
                        (draft, random) -> lines(
                                draft, (lines, i) -> Collections.swap(lines, i, random.nextInt(lines.size())), random)),
                new Mutator(
                        "delete lines",
                        (draft, random) -> lines(
                                draft,
                                (lines, i) -> lines.subList(i, Math.min(lines.size(), i + 1 + random.nextInt(9)))
                                        .clear(),
                                random)),
                new Mutator("splice lines", TextMutators::spliceLines),
                new Mutator("delete bracket", TextMutators::deleteBracket),
                new Mutator(
                        "insert bracket",
                        (draft, random) -> insert(
                                draft, Draft.pick(List.of("(", ")", "[", "]", "{", "}", "<", ">"), random), random)),
                new Mutator(
                        "insert character", (draft, random) -> insert(draft, Draft.pick(CHARACTERS, random), random)),
                new Mutator("carriage returns", (draft, random) -> draft.text().replace("\n", "\r\n")),
                new Mutator("tabs", (draft, random) -> draft.text().replace("    ", "\t")),
                new Mutator("one line", (draft, random) -> draft.text().replace("\n", " ")));
    }

    @FunctionalInterface
    private interface Edit {
        void apply(List<String> lines, int index);
    }

    private static int place(String text, Random random) {
        return random.nextInt(text.length() + 1);
    }

    private static String insert(Draft draft, String inserted, Random random) {
        int at = place(draft.text(), random);
        return draft.text().substring(0, at) + inserted + draft.text().substring(at);
    }

    private static String lines(Draft draft, Edit edit, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(draft.text().split("\n", -1)));
        edit.apply(lines, random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private static String spliceLines(Draft draft, Random random) {
        List<String> foreign = Arrays.asList(draft.donor().text().split("\n", -1));
        int from = random.nextInt(foreign.size());
        List<String> taken = foreign.subList(from, Math.min(foreign.size(), from + 1 + random.nextInt(6)));
        return lines(draft, (lines, i) -> lines.addAll(i, taken), random);
    }

    private static String deleteBracket(Draft draft, Random random) {
        List<Token> brackets = draft.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.BRACKET)
                .toList();
        if (brackets.isEmpty()) {
            return draft.text();
        }
        Token removed = Draft.pick(brackets, random);
        return Token.text(
                draft.tokens().stream().filter(token -> token != removed).toList());
    }
}
