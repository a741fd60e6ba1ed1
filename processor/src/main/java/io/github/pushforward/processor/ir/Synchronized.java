package io.github.pushforward.processor.ir;

import java.util.List;

/** {@code synchronized (lock) body}. */
public record Synchronized(Expr lock, Block body) implements Stmt {

    @Override
    public List<Expr> expressions() {
        return List.of(lock);
    }

    @Override
    public List<Stmt> statements() {
        return List.of(body);
    }

    @Override
    public Stmt with(List<Expr> expressions, List<Stmt> statements) {
        return new Synchronized(expressions.get(0), (Block) statements.get(0));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.hold(this);
    }
}
