package io.github.pushforward.fuzz;

import io.github.pushforward.fuzz.Outline.Kind;
import io.github.pushforward.fuzz.Outline.Part;
import java.util.List;
import java.util.Random;

/** Changes of whole statements, expressions, types and members: what comes out still parses, and often compiles. */
final class TreeMutators {
    private static final List<String> EXPRESSIONS = List.of(
            "(%1$s)",
            "-(%1$s)",
            "+(%1$s)",
            "~(%1$s)",
            "!(%1$s)",
            "(%1$s)++",
            "--%1$s",
            "(double) (%1$s)",
            "(float) (%1$s)",
            "(int) (%1$s)",
            "(long) (%1$s)",
            "(char) (%1$s)",
            "(Double) (%1$s)",
            "(Object) (%1$s)",
            "((%1$s) > 0 ? (%1$s) : 1)",
            "(true ? %1$s : null)",
            "Math.abs(%1$s)",
            "Math.max(%1$s, 0)",
            "Math.nothing(%1$s)",
            "Math.pow(%1$s, 2)",
            "(%1$s) + 1",
            "(%1$s) * (%1$s)",
            "(%1$s) / 0",
            "(%1$s) %% 3",
            "(%1$s) >>> 1",
            "(%1$s) == (%1$s)",
            "(%1$s) && (%1$s)",
            "new double[] {%1$s}[0]",
            "new double[(int) (%1$s)].length",
            "Double.valueOf(%1$s)",
            "Double.doubleToLongBits(%1$s)",
            "String.valueOf(%1$s)",
            "(\"\" + %1$s).length()",
            "java.util.stream.DoubleStream.of(%1$s, 1).map(fuzz -> fuzz * 2).sum()",
            "java.util.stream.IntStream.range(0, 3).mapToDouble(fuzz -> %1$s).sum()",
            "((java.util.function.DoubleUnaryOperator) fuzz -> fuzz + (%1$s)).applyAsDouble(1)",
            "((java.util.function.DoubleSupplier) () -> %1$s).getAsDouble()",
            "((java.util.function.DoubleUnaryOperator) Math::sin).applyAsDouble(%1$s)",
            "new java.util.function.DoubleSupplier() { public double getAsDouble() { return %1$s; } }.getAsDouble()",
            "switch (0) { case 0 -> %1$s; default -> 0; }",
            "switch (1) { case 0: yield 1; default: yield %1$s; }",
            "(%1$s) instanceof Double",
            "(%1$s) instanceof Object fuzz ? 1 : 2",
            "(%1$s).hashCode()",
            "(%1$s).length",
            "(%1$s)[0]",
            "(%1$s).fuzz",
            "this.fuzz(%1$s)",
            "super.fuzz(%1$s)",
            "new Object() { }",
            "null",
            "this",
            "%1$s = %1$s",
            "(%1$s) += 1",
            "int.class",
            "Object::new",
            "fuzz -> fuzz",
            "() -> { }",
            "{%1$s}",
            "\"fuzz\"",
            "java.util.List.of(%1$s).get(0)",
            "java.util.Optional.of(%1$s).orElseThrow()",
            "<Object>fuzz(%1$s)",
            "new java.util.ArrayList<>(%1$s)",
            "(Runnable & java.io.Serializable) (%1$s)",
            "%1$s, %1$s",
            "");
    private static final List<String> STATEMENTS = List.of(
            "{ %s }",
            "if (true) { %s }",
            "if (false) %s",
            "for (int fuzz = 0; fuzz < 2; fuzz++) { %s }",
            "while (true) { %s break; }",
            "do { %s } while (false);",
            "for (;;) { %s }",
            "try { %s } finally { }",
            "try { %s } catch (RuntimeException fuzz) { throw fuzz; }",
            "try { } finally { %s }",
            "try (java.io.StringReader fuzz = new java.io.StringReader(\"\")) { %s }",
            "synchronized (Object.class) { %s }",
            "fuzz: { %s break fuzz; }",
            "fuzz: for (;;) { %s continue fuzz; }",
            "Runnable fuzz = () -> { %s }; fuzz.run();",
            "new Object() { void fuzz() { %s } }.fuzz();",
            "class Fuzz { void f() { %s } }",
            "record Fuzz(double x) { } %s",
            "switch (1) { case 1: %s break; default: }",
            "switch (1) { case 2: default -> { %s } }",
            "switch (1) { default -> { %s } }",
            "assert true; %s",
            "assert 1 / 0 > 2 : \"fuzz\"; %s",
            "return; %s",
            "for (double fuzz : new double[] {1, 2}) { %s }",
            "for (var fuzz : java.util.List.of(1.0)) { %s }",
            "double fuzz = 1; %s",
            "int[] fuzz = {1}; %s",
            "throw new Error();",
            "break;",
            "continue;",
            ";",
            "yield 1;",
            "var fuzz = new double[3]; %s",
            "var fuzz = fuzz; %s",
            "var fuzz = (java.util.function.DoubleUnaryOperator) y -> y;",
            "return 1;",
            "return null;",
            "fuzz();",
            "double fuzz, fuzz2[] = {1}; %s",
            "final double fuzz; %s fuzz = 1;",
            "%1$s %1$s",
            "");
    private static final List<String> REPLACED_TYPES = List.of(
            "double",
            "float",
            "int",
            "long",
            "boolean",
            "char",
            "void",
            "var",
            "double[]",
            "float[][]",
            "double[][][]",
            "Double",
            "Double[]",
            "Object",
            "String",
            "Nothing",
            "nothing.Nothing",
            "java.util.List<Double>",
            "java.util.function.DoubleUnaryOperator",
            "java.util.function.ToDoubleFunction<double[]>",
            "T",
            "double...",
            "java.util.function.Function<Double, Double>",
            "Number & Comparable<?>",
            "?",
            "Runnable",
            "Class<?>",
            "@Deprecated double",
            "java.util.Map.Entry<String, double[]>",
            "Iterable<double[]>",
            "Enum<?>",
            "Thread.State",
            "java.util.function.DoubleSupplier",
            "java.util.stream.DoubleStream",
            "double @Deprecated []",
            "Integer");

    private TreeMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("expression for expression", TreeMutators::exchangeExpression),
                new Mutator("wrap expression", (draft, random) -> wrap(draft, Kind.EXPRESSION, EXPRESSIONS, random)),
                new Mutator("wrap statement", (draft, random) -> wrap(draft, Kind.STATEMENT, STATEMENTS, random)),
                new Mutator("delete statement", (draft, random) -> wrap(draft, Kind.STATEMENT, List.of(""), random)),
                new Mutator(
                        "duplicate statement",
                        (draft, random) -> wrap(draft, Kind.STATEMENT, List.of("%1$s %2$s"), random)),
                new Mutator("move statement", (draft, random) -> move(draft, Kind.STATEMENT, random)),
                new Mutator("splice statement", (draft, random) -> splice(draft, Kind.STATEMENT, random)),
                new Mutator("splice expression", (draft, random) -> splice(draft, Kind.EXPRESSION, random)),
                new Mutator("splice method", (draft, random) -> splice(draft, Kind.METHOD, random)),
                new Mutator("move method", (draft, random) -> move(draft, Kind.METHOD, random)),
                new Mutator("method again", (draft, random) -> wrap(draft, Kind.METHOD, MEMBERS, random)),
                new Mutator("class again", (draft, random) -> wrap(draft, Kind.CLASS, CLASSES, random)),
                new Mutator("parameter again", (draft, random) -> wrap(draft, Kind.PARAMETER, PARAMETERS, random)),
                new Mutator("move parameter", (draft, random) -> move(draft, Kind.PARAMETER, random)),
                new Mutator("replace type", (draft, random) -> wrap(draft, Kind.TYPE, REPLACED_TYPES, random)),
                new Mutator("move field", (draft, random) -> move(draft, Kind.FIELD, random)),
                new Mutator("field again", (draft, random) -> wrap(draft, Kind.FIELD, FIELDS, random)));
    }

    private static final List<String> MEMBERS = List.of(
            "",
            "%1$s %2$s",
            "%1$s %1$s",
            "static class Fuzz { %s }",
            "class Fuzz { %s }",
            "enum Fuzz { A { %s }; }",
            "interface Fuzz { %s }",
            "record Fuzz(double x) { %s }",
            "@interface Fuzz { %s }",
            "enum Fuzz { A, B; %s }",
            "static final Object FUZZ = new Object() { %s };",
            "static { class Fuzz { %s } }",
            "sealed interface Fuzz { %s }",
            "class Fuzz<T> { %s }",
            "class Fuzz<T extends Number> { class Inner { %s } }",
            "private class Fuzz { %s }",
            "record Fuzz(double... x) { Fuzz { if (x == null) { throw new Error(); } } %s }");
    private static final List<String> CLASSES =
            List.of("%1$s class Fuzz { }", "class Fuzz { %1$s }", "%1$s ;", "interface Fuzz { %1$s }", "");
    private static final List<String> PARAMETERS = List.of(
            "%1$s, double fuzz",
            "%1$s, %2$s",
            "%1$s, %1$s",
            "%1$s, double... fuzz",
            "%1$s, Nothing fuzz",
            "final %1$s",
            "%1$s[]",
            "%1$s, float[] fuzz",
            "%1$s, int fuzz",
            "%1$s, java.util.function.DoubleUnaryOperator fuzz",
            "double %1$s",
            "@io.github.pushforward.Constant %1$s");
    private static final List<String> FIELDS = List.of(
            "",
            "%1$s %2$s",
            "%1$s %1$s",
            "private %1$s",
            "static final double FUZZ = FUZZ2, FUZZ2 = FUZZ; %1$s",
            "double fuzz; %1$s",
            "final %1$s",
            "static %1$s",
            "{ %1$s }",
            "volatile %1$s",
            "@io.github.pushforward.Constant %1$s");

    private static String wrap(Draft draft, Kind kind, List<String> templates, Random random) {
        List<Part> parts = draft.outline().all(kind);
        if (parts.isEmpty()) {
            return draft.text();
        }
        Part part = Draft.pick(parts, random);
        String template = Draft.pick(templates, random);
        String text = part.in(draft.text());
        String again = part.renamedIn(draft.text(), part.name() + "Again");
        return part.replaced(draft.text(), template.contains("%") ? String.format(template, text, again) : template);
    }

    /** By one that is not far from it, and whose variables are likely to be in scope. */
    private static String exchangeExpression(Draft draft, Random random) {
        List<Part> parts = draft.outline().all(Kind.EXPRESSION);
        if (parts.isEmpty()) {
            return draft.text();
        }
        int at = random.nextInt(parts.size());
        int near = Math.floorMod(at + random.nextInt(61) - 30, parts.size());
        return parts.get(at).replaced(draft.text(), "(" + parts.get(near).in(draft.text()) + ")");
    }

    /** A copy of one part before another. */
    private static String move(Draft draft, Kind kind, Random random) {
        List<Part> parts = draft.outline().all(kind);
        if (parts.isEmpty()) {
            return draft.text();
        }
        Part target = Draft.pick(parts, random);
        Part source = Draft.pick(parts, random);
        String moved = source.renamedIn(draft.text(), source.name() + "Moved");
        String separator = kind == Kind.PARAMETER ? ", " : " ";
        return target.replaced(draft.text(), moved + separator + target.in(draft.text()));
    }

    private static String splice(Draft draft, Kind kind, Random random) {
        List<Part> parts = draft.outline().all(kind);
        List<Part> foreign = draft.donor().outline().all(kind);
        if (parts.isEmpty() || foreign.isEmpty()) {
            return draft.text();
        }
        return Draft.pick(parts, random)
                .replaced(
                        draft.text(),
                        Draft.pick(foreign, random).in(draft.donor().text()));
    }
}
