package io.github.pushforward.fuzz;

import io.github.pushforward.fuzz.Outline.Kind;
import io.github.pushforward.fuzz.Outline.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Annotations and modifiers where they belong and where they do not. */
final class AnnotationMutators {
    private static final String PACKAGE = "@io.github.pushforward.";
    private static final List<String> DIFFERENTIABLE = List.of(
            "",
            "",
            "",
            "()",
            "(order = 2)",
            "(order = 7)",
            "(order = -2147483648)",
            "(order = 1 + 1)",
            "(order = \"2\")",
            "(rules = Missing.class)",
            "(rules = Object.class)",
            "(rules = {})",
            "(rules = {Math.class, Math.class})",
            "(rules = int.class)",
            "(rules = double[].class)",
            "(rules = 1)",
            "(rules = void.class, order = 2)",
            "(nothing = 1)",
            "(2)",
            "(order = 2, order = 2)",
            "(rules = java.util.Map.Entry.class)");
    private static final List<String> TANGENT_OF = List.of(
            "",
            "(type = Math.class, method = \"sin\")",
            "(type = Math.class, method = \"\")",
            "(type = Missing.class, method = \"f\")",
            "(type = int.class, method = \"f\")",
            "(type = double[].class, method = \"clone\")",
            "(type = Math.class)",
            "(type = Math.class, method = \"no such\")",
            "(type = Object.class, method = \"hashCode\")",
            "(type = Math.class, method = \"<init>\")",
            "(type = void.class, method = \"f\")",
            "(type = Math.class, method = \"max\")",
            "(type = String.class, method = \"length\")",
            "(type = java.util.List.class, method = \"get\")",
            "(method = \"f\", type = Thread.State.class)");
    private static final List<String> MODIFIERS = List.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "native",
            "synchronized",
            "transient",
            "volatile",
            "strictfp",
            "default",
            "sealed",
            "non-sealed",
            "<T>",
            "<T extends Comparable<T>>",
            "@Override",
            "@Deprecated",
            "@SafeVarargs",
            "@FunctionalInterface",
            "@SuppressWarnings(\"all\")",
            "@Missing",
            "@SuppressWarnings(\"pushforward\")",
            "@Deprecated(forRemoval = true)");

    private static final List<Kind> ANYTHING =
            List.of(Kind.CLASS, Kind.METHOD, Kind.FIELD, Kind.PARAMETER, Kind.TYPE, Kind.STATEMENT, Kind.ANNOTATION);

    private AnnotationMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("annotate numeric method", AnnotationMutators::annotateNumericMethod),
                new Mutator(
                        "annotate class",
                        (draft, random) -> before(
                                draft,
                                List.of(Kind.CLASS),
                                PACKAGE + "Differentiable" + Draft.pick(DIFFERENTIABLE, random),
                                random)),
                new Mutator(
                        "annotate anything",
                        (draft, random) -> before(
                                draft,
                                ANYTHING,
                                PACKAGE + "Differentiable" + Draft.pick(DIFFERENTIABLE, random),
                                random)),
                new Mutator(
                        "constant parameter",
                        (draft, random) ->
                                before(draft, List.of(Kind.PARAMETER, Kind.FIELD), PACKAGE + "Constant", random)),
                new Mutator(
                        "constant anything", (draft, random) -> before(draft, ANYTHING, PACKAGE + "Constant", random)),
                new Mutator(
                        "rule",
                        (draft, random) -> before(
                                draft,
                                List.of(Kind.METHOD),
                                PACKAGE + "TangentOf" + Draft.pick(TANGENT_OF, random),
                                random)),
                new Mutator("remove annotation", (draft, random) -> annotation(draft, "", random)),
                new Mutator("duplicate annotation", (draft, random) -> annotation(draft, "%1$s %1$s", random)),
                new Mutator(
                        "other arguments",
                        (draft, random) -> annotation(
                                draft, PACKAGE + "Differentiable" + Draft.pick(DIFFERENTIABLE, random), random)),
                new Mutator(
                        "modifier",
                        (draft, random) -> before(
                                draft,
                                List.of(Kind.METHOD, Kind.CLASS, Kind.FIELD),
                                Draft.pick(MODIFIERS, random),
                                random)),
                new Mutator("remove modifier", AnnotationMutators::removeModifier),
                new Mutator("remove body", AnnotationMutators::removeBody));
    }

    static boolean hasNumericMethod(Draft draft) {
        return draft.outline().all(Kind.METHOD).stream().anyMatch(Part::isNumeric);
    }

    /** {@code @Differentiable} before a method with a body that gets floating-point numbers. */
    static String annotateNumericMethod(Draft draft, Random random) {
        List<Part> methods = draft.outline().all(Kind.METHOD).stream()
                .filter(method -> method.isNumeric()
                        && !method.in(draft.text()).matches("(?s)@(io.github.pushforward.)?Differentiable.*"))
                .toList();
        return methods.isEmpty()
                ? draft.text()
                : insert(draft, Draft.pick(methods, random), PACKAGE + "Differentiable");
    }

    private static String before(Draft draft, List<Kind> kinds, String inserted, Random random) {
        List<Part> parts = kinds.stream()
                .flatMap(kind -> draft.outline().all(kind).stream())
                .toList();
        return parts.isEmpty() ? draft.text() : insert(draft, Draft.pick(parts, random), inserted);
    }

    private static String insert(Draft draft, Part part, String inserted) {
        return part.replaced(draft.text(), inserted + " " + part.in(draft.text()));
    }

    private static String annotation(Draft draft, String template, Random random) {
        List<Part> parts = draft.outline().all(Kind.ANNOTATION);
        if (parts.isEmpty()) {
            return draft.text();
        }
        Part part = Draft.pick(parts, random);
        return part.replaced(draft.text(), String.format(template, part.in(draft.text())));
    }

    private static String removeModifier(Draft draft, Random random) {
        List<Token> tokens = draft.tokens();
        List<Token> modifiers = tokens.stream()
                .filter(token -> MODIFIERS.contains(token.text()))
                .toList();
        if (modifiers.isEmpty()) {
            return draft.text();
        }
        Token removed = Draft.pick(modifiers, random);
        return Token.text(tokens.stream().filter(token -> token != removed).toList());
    }

    /** The first method has a body, often; what becomes of its braces is a semicolon. */
    private static String removeBody(Draft draft, Random random) {
        List<Part> methods = draft.outline().all(Kind.METHOD);
        if (methods.isEmpty()) {
            return draft.text();
        }
        Part part = Draft.pick(methods, random);
        String method = part.in(draft.text());
        int body = method.indexOf('{');
        String modifier = Stream.of("native ", "abstract ", "").toList().get(random.nextInt(3));
        return body < 0 ? draft.text() : part.replaced(draft.text(), modifier + method.substring(0, body) + ";");
    }
}
