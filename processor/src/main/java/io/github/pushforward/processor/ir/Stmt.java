package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt
        permits Stmt.Declare,
                Stmt.Evaluate,
                Stmt.Block,
                Stmt.If,
                Stmt.While,
                Stmt.DoWhile,
                Stmt.For,
                Stmt.Return,
                Stmt.Break,
                Stmt.Continue,
                Stmt.Labeled,
                Stmt.ForEach,
                Stmt.Throw,
                Stmt.Assert,
                Switch,
                Try,
                Synchronized,
                Yield {

    <R> R accept(Visitor<R> visitor);

    /** The expressions that stand directly in this statement, not those of the statements within it. */
    default List<Expr> expressions() {
        return List.of();
    }

    /** The statements that stand directly within this one. */
    default List<Stmt> statements() {
        return List.of();
    }

    /**
     * The same statement over other expressions and statements, as many of each as {@link #expressions()} and {@link
     * #statements()} list.
     */
    Stmt with(List<Expr> expressions, List<Stmt> statements);

    /** This statement and every statement within it, within its expressions as well. */
    default List<Stmt> subtree() {
        List<Stmt> all = new ArrayList<>();
        all.add(this);
        for (Expr expression : expressions()) {
            all.addAll(expression.statements());
        }
        for (Stmt inner : statements()) {
            all.addAll(inner.subtree());
        }
        return all;
    }

    /** Every expression in this statement, at any depth. */
    default Stream<Expr> allExpressions() {
        return Stream.concat(
                expressions().stream().flatMap(expression -> expression.subtree().stream()),
                statements().stream().flatMap(Stmt::allExpressions));
    }

    /** One answer for each form of statement. */
    interface Visitor<R> {
        R declare(Declare declare);

        R evaluate(Evaluate evaluate);

        R block(Block block);

        R branch(If branch);

        R whileLoop(While loop);

        R doWhile(DoWhile loop);

        R forLoop(For loop);

        R giveBack(Return statement);

        R leave(Break statement);

        R goOn(Continue statement);

        R labeled(Labeled labeled);

        R forEach(ForEach loop);

        R raise(Throw statement);

        R check(Assert statement);

        R select(Switch statement);

        R give(Yield statement);

        R attempt(Try statement);

        R hold(Synchronized statement);
    }

    private static List<Expr> present(@Nullable Expr... expressions) {
        return Stream.of(expressions).filter(Objects::nonNull).toList();
    }

    /** Whether {@code continue} without a label means this statement when it stands in its body. */
    default boolean isLoop() {
        return this instanceof While || this instanceof DoWhile || this instanceof For || this instanceof ForEach;
    }

    /** Whether {@code break} without a label means this statement when it stands in its body. */
    default boolean isLeftByBreak() {
        return isLoop() || this instanceof Switch;
    }

    /** {@code double x = initializer;} or {@code double x;}. */
    record Declare(Local local, @Nullable Expr initializer) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return present(initializer);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Declare(local, expressions.isEmpty() ? null : expressions.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /** An expression evaluated for its side effect. */
    record Evaluate(Expr expression) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(expression);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Evaluate(expressions.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    record Block(List<Stmt> statements) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Block(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    record If(Expr condition, Stmt then, @Nullable Stmt otherwise) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(condition);
        }

        @Override
        public List<Stmt> statements() {
            return otherwise == null ? List.of(then) : List.of(then, otherwise);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new If(expressions.get(0), statements.get(0), statements.size() < 2 ? null : statements.get(1));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    record While(Expr condition, Stmt body) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(condition);
        }

        @Override
        public List<Stmt> statements() {
            return List.of(body);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new While(expressions.get(0), statements.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whileLoop(this);
        }
    }

    record DoWhile(Stmt body, Expr condition) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(condition);
        }

        @Override
        public List<Stmt> statements() {
            return List.of(body);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new DoWhile(statements.get(0), expressions.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.doWhile(this);
        }
    }

    /** {@code for (init; condition; update) body}; no condition means {@code true}. */
    record For(List<Stmt> init, @Nullable Expr condition, List<Expr> update, Stmt body) implements Stmt {
        public For {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }

        @Override
        public List<Expr> expressions() {
            return Stream.concat(present(condition).stream(), update.stream()).toList();
        }

        @Override
        public List<Stmt> statements() {
            return Stream.concat(init.stream(), Stream.of(body)).toList();
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            int tests = condition == null ? 0 : 1;
            return new For(
                    statements.subList(0, init.size()),
                    tests == 0 ? null : expressions.get(0),
                    expressions.subList(tests, expressions.size()),
                    statements.get(init.size()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forLoop(this);
        }
    }

    record Return(@Nullable Expr value) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return present(value);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Return(expressions.isEmpty() ? null : expressions.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.giveBack(this);
        }
    }

    record Break(@Nullable String label) implements Stmt {
        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leave(this);
        }
    }

    record Continue(@Nullable String label) implements Stmt {
        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goOn(this);
        }
    }

    record Labeled(String label, Stmt body) implements Stmt {
        @Override
        public List<Stmt> statements() {
            return List.of(body);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Labeled(label, statements.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labeled(this);
        }
    }

    /** {@code for (double x : array) body}. */
    record ForEach(Local variable, Expr array, Stmt body, Span span) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(array);
        }

        @Override
        public List<Stmt> statements() {
            return List.of(body);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new ForEach(variable, expressions.get(0), statements.get(0), span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    record Throw(Expr exception) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return List.of(exception);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Throw(expressions.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raise(this);
        }
    }

    /** {@code assert condition : detail}. */
    record Assert(Expr condition, @Nullable Expr detail) implements Stmt {
        @Override
        public List<Expr> expressions() {
            return present(condition, detail);
        }

        @Override
        public Stmt with(List<Expr> expressions, List<Stmt> statements) {
            return new Assert(expressions.get(0), expressions.size() < 2 ? null : expressions.get(1));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }
}
