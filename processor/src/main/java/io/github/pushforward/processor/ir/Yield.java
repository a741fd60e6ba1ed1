package io.github.pushforward.processor.ir;

import java.util.List;

/** The value of the {@link SwitchExpr} around it. */
public record Yield(Expr value) implements Stmt {

    @Override
    public List<Expr> expressions() {
        return List.of(value);
    }

    @Override
    public Stmt with(List<Expr> expressions, List<Stmt> statements) {
        return new Yield(expressions.get(0));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.give(this);
    }
}
