package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.BinaryOp;

/** The compiler's operators in ours. */
final class Operators {
    private Operators() {}

    static BinaryOp binary(Tree.Kind kind) {
        return switch (kind) {
            case MULTIPLY -> BinaryOp.MULTIPLY;
            case DIVIDE -> BinaryOp.DIVIDE;
            case REMAINDER -> BinaryOp.REMAINDER;
            case PLUS -> BinaryOp.PLUS;
            case MINUS -> BinaryOp.MINUS;
            case LEFT_SHIFT -> BinaryOp.LEFT_SHIFT;
            case RIGHT_SHIFT -> BinaryOp.RIGHT_SHIFT;
            case UNSIGNED_RIGHT_SHIFT -> BinaryOp.UNSIGNED_RIGHT_SHIFT;
            case LESS_THAN -> BinaryOp.LESS;
            case GREATER_THAN -> BinaryOp.GREATER;
            case LESS_THAN_EQUAL -> BinaryOp.LESS_EQUAL;
            case GREATER_THAN_EQUAL -> BinaryOp.GREATER_EQUAL;
            case EQUAL_TO -> BinaryOp.EQUAL;
            case NOT_EQUAL_TO -> BinaryOp.NOT_EQUAL;
            case AND -> BinaryOp.AND;
            case XOR -> BinaryOp.XOR;
            case OR -> BinaryOp.OR;
            case CONDITIONAL_AND -> BinaryOp.CONDITIONAL_AND;
            case CONDITIONAL_OR -> BinaryOp.CONDITIONAL_OR;
            default -> throw new IllegalArgumentException(kind + " is not a binary operator");
        };
    }

    static BinaryOp compound(Tree.Kind kind) {
        return switch (kind) {
            case MULTIPLY_ASSIGNMENT -> BinaryOp.MULTIPLY;
            case DIVIDE_ASSIGNMENT -> BinaryOp.DIVIDE;
            case REMAINDER_ASSIGNMENT -> BinaryOp.REMAINDER;
            case PLUS_ASSIGNMENT -> BinaryOp.PLUS;
            case MINUS_ASSIGNMENT -> BinaryOp.MINUS;
            case LEFT_SHIFT_ASSIGNMENT -> BinaryOp.LEFT_SHIFT;
            case RIGHT_SHIFT_ASSIGNMENT -> BinaryOp.RIGHT_SHIFT;
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> BinaryOp.UNSIGNED_RIGHT_SHIFT;
            case AND_ASSIGNMENT -> BinaryOp.AND;
            case XOR_ASSIGNMENT -> BinaryOp.XOR;
            case OR_ASSIGNMENT -> BinaryOp.OR;
            default -> throw new IllegalArgumentException(kind + " is not a compound assignment");
        };
    }
}
