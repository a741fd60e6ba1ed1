package io.github.pushforward.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Changes of single tokens: much of it still parses where a token is replaced by one of its kind. */
final class TokenMutators {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "0.0",
            "-0.0",
            "1.5",
            "1e308",
            "1e-320",
            "0x1p-3",
            "1f",
            "1.5f",
            "1L",
            "2147483647",
            "-2147483648",
            "9223372036854775807L",
            "99999999999",
            "1e999",
            "0x",
            "1_000",
            "'a'",
            "Double.NaN",
            "1d",
            "Integer.MIN_VALUE",
            "010",
            "09",
            "0b101",
            "1e",
            "(byte) 1");
    private static final List<String> OPERATORS = List.of(
            "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==", "!=", "&&", "||",
            "=", "+=", "-=", "*=", "/=", "%=", "<<=", "&=", "++", "--", "!", "~", "?", ":", "->", "::", ".", ",", ";",
            "...");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
    private static final List<String> COMPARISONS = List.of("<", ">", "<=", ">=", "==", "!=");
    private static final List<String> ASSIGNMENTS = List.of("=", "+=", "-=", "*=", "/=", "%=");
    private static final List<String> STEPS = List.of("++", "--");
    private static final List<String> TYPES = List.of(
            "double", "float", "int", "long", "short", "byte", "char", "boolean", "void", "var", "Double", "Integer",
            "Object", "String", "Number");
    private static final List<String> WORDS = List.of(
            "this",
            "super",
            "null",
            "true",
            "new",
            "return",
            "break",
            "continue",
            "yield",
            "switch",
            "case",
            "default",
            "final",
            "static",
            "abstract",
            "class",
            "interface",
            "enum",
            "record",
            "instanceof",
            "assert",
            "throw",
            "try",
            "Math",
            "x",
            "length",
            "T",
            "Dual",
            "goto",
            "_",
            "sealed",
            "permits",
            "when");

    private TokenMutators() {}

    static List<Mutator> all() {
        return List.of(
                new Mutator("delete token", (draft, random) -> at(draft, random, (tokens, i) -> tokens.remove(i))),
                new Mutator(
                        "duplicate token",
                        (draft, random) -> at(draft, random, (tokens, i) -> tokens.add(i, tokens.get(i)))),
                new Mutator(
                        "swap tokens",
                        (draft, random) ->
                                at(draft, random, (tokens, i) -> Collections.swap(tokens, i, other(tokens, random)))),
                new Mutator(
                        "token for token",
                        (draft, random) ->
                                at(draft, random, (tokens, i) -> tokens.set(i, tokens.get(other(tokens, random))))),
                new Mutator("replace number", (draft, random) -> replace(draft, Token.Kind.NUMBER, NUMBERS, random)),
                new Mutator(
                        "replace operator", (draft, random) -> replace(draft, Token.Kind.OPERATOR, OPERATORS, random)),
                new Mutator("replace word", (draft, random) -> replace(draft, Token.Kind.WORD, WORDS, random)),
                new Mutator("other operator of the kind", TokenMutators::similarOperator),
                new Mutator("other type", TokenMutators::otherType),
                new Mutator("other name", TokenMutators::otherName));
    }

    @FunctionalInterface
    private interface Edit {
        void apply(List<Token> tokens, int index);
    }

    private static String at(Draft draft, Random random, Edit edit) {
        List<Token> tokens = new ArrayList<>(draft.tokens());
        List<Integer> candidates = IntStream.range(0, tokens.size())
                .filter(i -> !tokens.get(i).isBlank())
                .boxed()
                .toList();
        if (candidates.isEmpty()) {
            return draft.text();
        }
        edit.apply(tokens, Draft.pick(candidates, random));
        return Token.text(tokens);
    }

    private static int other(List<Token> tokens, Random random) {
        int index = random.nextInt(tokens.size());
        return tokens.get(index).isBlank() && index > 0 ? index - 1 : index;
    }

    private static String replace(Draft draft, Token.Kind kind, List<String> by, Random random) {
        List<Integer> places = places(draft, token -> token.kind() == kind);
        return places.isEmpty() ? draft.text() : set(draft, Draft.pick(places, random), Draft.pick(by, random));
    }

    private static List<Integer> places(Draft draft, java.util.function.Predicate<Token> condition) {
        List<Token> tokens = draft.tokens();
        return IntStream.range(0, tokens.size())
                .filter(i -> condition.test(tokens.get(i)))
                .boxed()
                .toList();
    }

    private static String set(Draft draft, int index, String text) {
        List<Token> tokens = new ArrayList<>(draft.tokens());
        tokens.set(index, new Token(Token.Kind.WORD, text));
        return Token.text(tokens);
    }

    private static String similarOperator(Draft draft, Random random) {
        for (List<String> family : shuffled(List.of(ARITHMETIC, COMPARISONS, ASSIGNMENTS, STEPS), random)) {
            List<Integer> places = places(draft, token -> family.contains(token.text()));
            if (!places.isEmpty()) {
                return set(draft, Draft.pick(places, random), Draft.pick(family, random));
            }
        }
        return draft.text();
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String otherType(Draft draft, Random random) {
        List<Integer> places = places(draft, token -> TYPES.contains(token.text()));
        return places.isEmpty() ? draft.text() : set(draft, Draft.pick(places, random), Draft.pick(TYPES, random));
    }

    /** A name by one that stands not far from it, and is likely to be in scope. */
    private static String otherName(Draft draft, Random random) {
        List<Integer> names = places(
                draft,
                token -> token.kind() == Token.Kind.WORD
                        && !javax.lang.model.SourceVersion.isKeyword(token.text())
                        && !KNOWN.containsKey(token.text()));
        if (names.size() < 2) {
            return draft.text();
        }
        int at = random.nextInt(names.size());
        int near = Math.floorMod(at + random.nextInt(41) - 20, names.size());
        return set(draft, names.get(at), draft.tokens().get(names.get(near)).text());
    }

    /** Names whose replacement says nothing but that they were misspelt. */
    private static final Map<String, String> KNOWN = Map.of(
            "io", "", "github", "", "pushforward", "", "Differentiable", "", "Constant", "", "java", "", "org", "");
}
