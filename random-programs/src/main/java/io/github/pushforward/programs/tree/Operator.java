package io.github.pushforward.programs.tree;

/** A binary operator. */
public enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    SHIFT_UNSIGNED(">>>"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    AND("&&"),
    OR("||"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    DIFFERENT("!=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public boolean isShift() {
        return this == SHIFT_LEFT || this == SHIFT_RIGHT || this == SHIFT_UNSIGNED;
    }

    public boolean isComparison() {
        return compareTo(LESS) >= 0;
    }

    public boolean isLogical() {
        return this == AND || this == OR;
    }

    /** The type of the result of operands of these types. */
    public Primitive result(Primitive left, Primitive right) {
        if (isComparison() || isLogical()) {
            return Primitive.BOOLEAN;
        }
        return isShift() ? left.promoted() : Primitive.promoted(left, right);
    }
}
