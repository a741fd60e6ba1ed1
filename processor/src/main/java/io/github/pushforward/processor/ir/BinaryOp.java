package io.github.pushforward.processor.ir;

/** The binary operators, with their precedence: the larger binds tighter. */
public enum BinaryOp {
    MULTIPLY("*", 12),
    DIVIDE("/", 12),
    REMAINDER("%", 12),
    PLUS("+", 11),
    MINUS("-", 11),
    LEFT_SHIFT("<<", 10),
    RIGHT_SHIFT(">>", 10),
    UNSIGNED_RIGHT_SHIFT(">>>", 10),
    LESS("<", 9),
    GREATER(">", 9),
    LESS_EQUAL("<=", 9),
    GREATER_EQUAL(">=", 9),
    EQUAL("==", 8),
    NOT_EQUAL("!=", 8),
    AND("&", 7),
    XOR("^", 6),
    OR("|", 5),
    CONDITIONAL_AND("&&", 4),
    CONDITIONAL_OR("||", 3);

    private final String symbol;
    private final int precedence;

    BinaryOp(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    public int precedence() {
        return precedence;
    }

    public boolean isShift() {
        return precedence == 10;
    }

    public boolean isComparison() {
        return precedence == 9 || precedence == 8;
    }

    /** Whether the right operand is evaluated only for one outcome of the left. */
    public boolean isLazy() {
        return this == CONDITIONAL_AND || this == CONDITIONAL_OR;
    }
}
