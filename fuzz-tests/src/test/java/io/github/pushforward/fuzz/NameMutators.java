package io.github.pushforward.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Other names: those of generated code and of the runtime, of other alphabets, escaped ones. */
final class NameMutators {
    private static final List<String> NAMES = List.of(
            "größe",
            "π",
            "𝒳",
            "a$b",
            "$",
            "_x",
            "Dual",
            "DualOf",
            "MathTangents",
            "ArrayTangents",
            "self",
            "value",
            "random",
            "directions",
            "samples",
            "tangent",
            "Math",
            "String",
            "Object",
            "Double",
            "java",
            "io",
            "demo",
            "var",
            "record",
            "yield",
            "length",
            "v",
            "w",
            "x0",
            "xTangent0",
            "Override",
            "Directions",
            "seeds",
            "pass",
            "lane",
            "row");
    private static final List<String> SUFFIXES =
            List.of("Tangent", "Gradient", "Lanes", "SecondOrder", "Sparsity", "Jacobian", "Function", "0", "_", "2");

    private NameMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("rename", (draft, random) -> rename(draft, Draft.pick(NAMES, random), random)),
                new Mutator("rename like generated", (draft, random) -> {
                    List<String> names = names(draft);
                    return names.isEmpty()
                            ? draft.text()
                            : rename(draft, Draft.pick(names, random) + Draft.pick(SUFFIXES, random), random);
                }),
                new Mutator("rename like another", (draft, random) -> {
                    List<String> names = names(draft);
                    return names.isEmpty() ? draft.text() : rename(draft, Draft.pick(names, random), random);
                }),
                new Mutator("escape name", NameMutators::escape));
    }

    private static List<String> names(Draft draft) {
        return draft.tokens().stream()
                .filter(NameMutators::isName)
                .map(Token::text)
                .distinct()
                .toList();
    }

    private static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD
                && !SourceVersion.isKeyword(token.text())
                && !List.of("io", "github", "pushforward", "Differentiable", "java")
                        .contains(token.text());
    }

    /** Everywhere: what was consistent stays so. */
    private static String rename(Draft draft, String to, Random random) {
        List<String> names = names(draft);
        if (names.isEmpty()) {
            return draft.text();
        }
        String from = Draft.pick(names, random);
        return Token.text(draft.tokens().stream()
                .flatMap(token -> Stream.of(token.text().equals(from) ? new Token(Token.Kind.WORD, to) : token))
                .toList());
    }

    private static String escape(Draft draft, Random random) {
        List<String> names = names(draft);
        if (names.isEmpty()) {
            return draft.text();
        }
        String name = Draft.pick(names, random);
        return rename(draft, String.format("\\u%04x", (int) name.charAt(0)) + name.substring(1), random);
    }
}
