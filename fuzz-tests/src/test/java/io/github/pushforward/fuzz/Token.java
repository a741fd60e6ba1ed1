package io.github.pushforward.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a source file. Blanks and comments are tokens too, so that the texts of all of them make up the file. */
record Token(Kind kind, String text) {

    /** In the order in which they are looked for. */
    enum Kind {
        BLANK("\\s++|//[^\\n]*+|/\\*.*?\\*/"),
        TEXT_BLOCK("\"\"\".*?(?<!\\\\)\"\"\""),
        // Unrolled: an alternative in a loop takes a stack frame of the matcher for every character.
        STRING("\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"),
        NUMBER("\\.?[0-9](?:(?<=[eEpP])[+-]|[\\w.])*+"),
        WORD("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+"),
        BRACKET("[(){}\\[\\]]"),
        OPERATOR("->|::|\\.\\.\\.|&&|\\|\\||\\+\\+|--|<<=|>>>?=|<<|[-+*/%&|^!=<>]=|."),
        ;

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            List.of(Kind.values()).stream()
                    .map(kind -> "(?<" + kind.name().replace("_", "") + ">" + kind.pattern + ")")
                    .collect(Collectors.joining("|")),
            Pattern.DOTALL);

    /** The tokens of any text, Java or not. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                if (matcher.group(kind.name().replace("_", "")) != null) {
                    tokens.add(new Token(kind, matcher.group()));
                    break;
                }
            }
        }
        return tokens;
    }

    static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }
}
