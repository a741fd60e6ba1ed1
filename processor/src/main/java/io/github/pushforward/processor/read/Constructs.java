package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import java.util.Locale;

/** What a user calls a syntax tree, and what to write instead of one that is not supported. */
final class Constructs {
    private Constructs() {}

    static String describe(Tree tree) {
        return switch (tree.getKind()) {
            case LAMBDA_EXPRESSION -> "a lambda";
            case MEMBER_REFERENCE -> "a method reference";
            case NEW_CLASS -> "an anonymous class";
            case INSTANCE_OF -> "a record pattern after instanceof";
            case SWITCH_EXPRESSION -> "switch in the initializer of a field";
            case ENHANCED_FOR_LOOP -> "a for-each loop over elements of unknown type";
            case CLASS -> "a local class";
            case INTERFACE -> "a local interface";
            case ENUM -> "a local enum";
            case RECORD -> "a local record";
            case NEW_ARRAY -> "an array without a type";
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> "a step";
            default -> tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    static String advice(Tree tree) {
        return switch (tree.getKind()) {
            case ENHANCED_FOR_LOOP -> "give what it goes through a type argument: Iterable<String>";
            case INSTANCE_OF -> "match the record alone, and call its accessors";
            case SWITCH_EXPRESSION -> "make the field package-private";
            case CLASS, INTERFACE, ENUM, RECORD -> "declare it as a member of the class around the method";
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE, NEW_CLASS ->
                "keep it in a local variable, and call that or hand it to a method that is differentiated";
            default -> "move it to a method that is not differentiated, and pass its result as a @Constant parameter";
        };
    }
}
