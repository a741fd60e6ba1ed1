package io.github.pushforward.programs.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt extends Node {

    <R> R accept(Visitor<R> visitor);

    /** A local variable, with a value or assigned later. */
    record Declare(Type type, String name, @Nullable Expr value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /** An assignment, a step or a call by itself. */
    record Evaluate(Expr expression) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    record If(Expr condition, Block whenTrue, @Nullable Block whenFalse) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ifElse(this);
        }
    }

    record While(Expr condition, Block body) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whileLoop(this);
        }
    }

    record DoWhile(Block body, Expr condition) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.doWhile(this);
        }
    }

    /** The declarations have one type. */
    record For(List<Declare> start, Expr condition, List<Expr> updates, Block body) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forLoop(this);
        }
    }

    record ForEach(Type type, String name, Expr array, Block body) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    record Block(List<Stmt> statements) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    record Labeled(String label, Stmt statement) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labeled(this);
        }
    }

    record Break(@Nullable String label) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breakOut(this);
        }
    }

    record Continue(@Nullable String label) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.continueLoop(this);
        }
    }

    record Return(@Nullable Expr value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returnValue(this);
        }
    }

    /** The value of a case of a {@link Expr.Choice}. */
    record Yield(Expr value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.yieldValue(this);
        }
    }

    record Switch(Expr selector, List<Case> cases, boolean isArrow) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switchOver(this);
        }
    }

    /** The labels of a case; without any, {@code default}. */
    record Case(List<Integer> labels, List<Stmt> body) implements Node {}

    record Try(Block body, List<Catch> handlers, @Nullable Block last) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tryCatch(this);
        }
    }

    record Catch(List<String> exceptions, String name, Block body) implements Node {}

    record Throw(String exception, String message) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.throwException(this);
        }
    }

    /** What to do with each kind of statement. */
    interface Visitor<R> {
        R declare(Declare declaration);

        R evaluate(Evaluate evaluation);

        R ifElse(If branch);

        R whileLoop(While loop);

        R doWhile(DoWhile loop);

        R forLoop(For loop);

        R forEach(ForEach loop);

        R block(Block block);

        R labeled(Labeled labeled);

        R breakOut(Break statement);

        R continueLoop(Continue statement);

        R returnValue(Return statement);

        R yieldValue(Yield statement);

        R switchOver(Switch statement);

        R tryCatch(Try statement);

        R throwException(Throw statement);
    }
}
