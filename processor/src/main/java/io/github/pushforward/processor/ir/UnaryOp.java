package io.github.pushforward.processor.ir;

/** The unary operators without side effect. */
public enum UnaryOp {
    PLUS("+"),
    MINUS("-"),
    NOT("!"),
    COMPLEMENT("~");

    private final String symbol;

    UnaryOp(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
