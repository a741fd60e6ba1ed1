package io.github.pushforward.fuzz;

import io.github.pushforward.fuzz.Outline.Kind;
import io.github.pushforward.fuzz.Outline.Part;
import java.util.List;
import java.util.Random;

/** Things that are nested deeply or go on for long. */
final class DepthMutators {
    private static final int MAX_DEPTH = 3_000;

    private DepthMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("parentheses", (draft, random) -> nest(draft, Kind.EXPRESSION, "(", ")", random)),
                new Mutator("minuses", (draft, random) -> nest(draft, Kind.EXPRESSION, "- (", ")", random)),
                new Mutator("long sum", (draft, random) -> nest(draft, Kind.EXPRESSION, "1.0 + ", "", random)),
                new Mutator("long product", (draft, random) -> nest(draft, Kind.EXPRESSION, "", " * 1.5", random)),
                new Mutator("calls", (draft, random) -> nest(draft, Kind.EXPRESSION, "Math.sin(", ")", random)),
                new Mutator(
                        "conditionals", (draft, random) -> nest(draft, Kind.EXPRESSION, "1 > 2 ? 3 : ", "", random)),
                new Mutator(
                        "arrays", (draft, random) -> nest(draft, Kind.EXPRESSION, "new double[] {", "}[0]", random)),
                new Mutator("blocks", (draft, random) -> nest(draft, Kind.STATEMENT, "{", "}", random)),
                new Mutator("ifs", (draft, random) -> nest(draft, Kind.STATEMENT, "if (1 > 2) { } else ", "", random)),
                new Mutator("loops", (draft, random) -> nest(draft, Kind.STATEMENT, "while (1 < 2) { ", "}", random)),
                new Mutator(
                        "lambdas",
                        (draft, random) -> nest(
                                draft,
                                Kind.EXPRESSION,
                                "((java.util.function.DoubleSupplier) () -> ",
                                ").getAsDouble()",
                                random)),
                new Mutator("many statements", (draft, random) -> repeat(draft, Kind.STATEMENT, " ", random)),
                new Mutator("many parameters", (draft, random) -> repeat(draft, Kind.PARAMETER, ", ", random)));
    }

    /** From 2 to the greatest depth, each order of magnitude as often. */
    private static int depth(Random random) {
        return (int) Math.round(2 * Math.exp(random.nextDouble() * Math.log(MAX_DEPTH / 2.0)));
    }

    private static String nest(Draft draft, Kind kind, String open, String close, Random random) {
        List<Part> parts = draft.outline().all(kind);
        if (parts.isEmpty()) {
            return draft.text();
        }
        Part part = Draft.pick(parts, random);
        int depth = depth(random);
        return part.replaced(draft.text(), open.repeat(depth) + part.in(draft.text()) + close.repeat(depth));
    }

    private static String repeat(Draft draft, Kind kind, String separator, Random random) {
        List<Part> parts = draft.outline().all(kind);
        if (parts.isEmpty()) {
            return draft.text();
        }
        Part part = Draft.pick(parts, random);
        String text = part.in(draft.text());
        StringBuilder all = new StringBuilder(text);
        int times = Math.min(depth(random), 200_000 / (text.length() + 1));
        for (int i = 0; i < times; i++) {
            // Parameters need names of their own.
            all.append(separator).append(kind == Kind.PARAMETER ? text + i : text);
        }
        return part.replaced(draft.text(), all.toString());
    }
}
