package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Turns choices between tangents into choices between statements, which all lanes make at once. */
final class RowChoices {
    private final Locals locals;

    private RowChoices(Locals locals) {
        this.locals = locals;
    }

    /** @param locals knows the shadows */
    static Stmt in(Stmt body, Locals locals) {
        return new RowChoices(locals).split(body);
    }

    private Stmt split(Stmt statement) {
        List<Stmt> out = statements(statement);
        return out.size() == 1 ? out.get(0) : new Stmt.Block(out);
    }

    private List<Stmt> statements(Stmt statement) {
        if (statement instanceof Stmt.Block block) {
            List<Stmt> out = new ArrayList<>();
            block.statements().forEach(inner -> out.addAll(statements(inner)));
            return List.of(new Stmt.Block(out));
        }
        if (statement instanceof Stmt.Declare declare
                && locals.isShadow(declare.local())
                && declare.initializer() instanceof Expr.Conditional choice) {
            return List.of(
                    new Stmt.Declare(declare.local(), null),
                    choice(choice, value -> Assignments.set(declare.local(), value)));
        }
        if (statement instanceof Stmt.Evaluate evaluate) {
            return List.of(evaluate(evaluate));
        }
        return List.of(statement.with(
                statement.expressions(),
                statement.statements().stream().map(this::split).toList()));
    }

    private Stmt evaluate(Stmt.Evaluate evaluate) {
        if (evaluate.expression() instanceof Expr.Assign assign
                && assign.value() instanceof Expr.Conditional choice
                && isShadowy(assign.target())) {
            return choice(choice, value -> Assignments.assign(assign.target(), value));
        }
        if (evaluate.expression() instanceof Expr.CompoundAssign assign
                && assign.value() instanceof Expr.Conditional choice
                && isShadowy(assign.target())) {
            return choice(
                    choice,
                    value ->
                            new Stmt.Evaluate(new Expr.CompoundAssign(assign.target(), assign.op(), value, Span.NONE)));
        }
        return evaluate;
    }

    private boolean isShadowy(Expr target) {
        return target.subtree().stream()
                .anyMatch(node -> node instanceof Expr.Read read && locals.isShadow(read.local()));
    }

    private interface Writer {
        Stmt write(Expr value);
    }

    private Stmt choice(Expr.Conditional choice, Writer writer) {
        return new Stmt.If(
                choice.condition(),
                new Stmt.Block(statements(writer.write(choice.whenTrue()))),
                new Stmt.Block(statements(writer.write(choice.whenFalse()))));
    }
}
