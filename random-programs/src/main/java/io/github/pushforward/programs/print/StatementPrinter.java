package io.github.pushforward.programs.print;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Stmt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements as Java source. */
final class StatementPrinter implements Stmt.Visitor<@Nullable Void> {
    private final SourceText text;
    private final ExpressionPrinter expressions;

    StatementPrinter(SourceText text, ExpressionPrinter expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    void print(Stmt statement) {
        statement.accept(this);
    }

    private String of(Expr expr) {
        return expressions.print(expr);
    }

    /** A line for a statement with its head, and its body in braces. */
    private void body(String head, Stmt.Block body) {
        text.open(head + " {");
        body.statements().forEach(this::print);
        text.close("}");
    }

    @Override
    public @Nullable Void declare(Stmt.Declare declaration) {
        String value = declaration.value() == null ? "" : " = " + of(declaration.value());
        text.line(declaration.type().source() + " " + declaration.name() + value + ";");
        return null;
    }

    @Override
    public @Nullable Void evaluate(Stmt.Evaluate evaluation) {
        text.line(of(evaluation.expression()) + ";");
        return null;
    }

    @Override
    public @Nullable Void ifElse(Stmt.If branch) {
        text.open("if (" + of(branch.condition()) + ") {");
        branch.whenTrue().statements().forEach(this::print);
        if (branch.whenFalse() != null) {
            text.reopen("} else {");
            branch.whenFalse().statements().forEach(this::print);
        }
        text.close("}");
        return null;
    }

    @Override
    public @Nullable Void whileLoop(Stmt.While loop) {
        body("while (" + of(loop.condition()) + ")", loop.body());
        return null;
    }

    @Override
    public @Nullable Void doWhile(Stmt.DoWhile loop) {
        text.open("do {");
        loop.body().statements().forEach(this::print);
        text.close("} while (" + of(loop.condition()) + ");");
        return null;
    }

    @Override
    public @Nullable Void forLoop(Stmt.For loop) {
        StringBuilder start = new StringBuilder();
        for (Stmt.Declare declaration : loop.start()) {
            start.append(start.isEmpty() ? declaration.type().source() + " " : ", ")
                    .append(declaration.name());
            if (declaration.value() != null) {
                start.append(" = ").append(of(declaration.value()));
            }
        }
        String updates = loop.updates().stream().map(this::of).collect(Collectors.joining(", "));
        body("for (" + start + "; " + of(loop.condition()) + "; " + updates + ")", loop.body());
        return null;
    }

    @Override
    public @Nullable Void forEach(Stmt.ForEach loop) {
        body("for (" + loop.type().source() + " " + loop.name() + " : " + of(loop.array()) + ")", loop.body());
        return null;
    }

    @Override
    public @Nullable Void block(Stmt.Block block) {
        text.open("{");
        block.statements().forEach(this::print);
        text.close("}");
        return null;
    }

    @Override
    public @Nullable Void labeled(Stmt.Labeled labeled) {
        text.line(labeled.label() + ":");
        print(labeled.statement());
        return null;
    }

    @Override
    public @Nullable Void breakOut(Stmt.Break statement) {
        text.line(statement.label() == null ? "break;" : "break " + statement.label() + ";");
        return null;
    }

    @Override
    public @Nullable Void continueLoop(Stmt.Continue statement) {
        text.line(statement.label() == null ? "continue;" : "continue " + statement.label() + ";");
        return null;
    }

    @Override
    public @Nullable Void returnValue(Stmt.Return statement) {
        text.line(statement.value() == null ? "return;" : "return " + of(statement.value()) + ";");
        return null;
    }

    @Override
    public @Nullable Void yieldValue(Stmt.Yield statement) {
        text.line("yield " + of(statement.value()) + ";");
        return null;
    }

    @Override
    public @Nullable Void switchOver(Stmt.Switch statement) {
        cases("switch (" + of(statement.selector()) + ")", statement.cases(), statement.isArrow(), false);
        return null;
    }

    /** A {@code switch} of either kind, as a statement or as an expression. */
    void cases(String head, List<Stmt.Case> cases, boolean isArrow, boolean hasValue) {
        text.open(head + " {");
        for (Stmt.Case branch : cases) {
            String label = branch.labels().isEmpty()
                    ? "default"
                    : branch.labels().stream().map(String::valueOf).collect(Collectors.joining(", ", "case ", ""));
            List<Stmt> body = branch.body();
            if (isArrow && hasValue && body.size() == 1 && body.get(0) instanceof Stmt.Yield only) {
                text.line(label + " -> " + of(only.value()) + ";");
            } else if (isArrow) {
                body(label + " ->", new Stmt.Block(body));
            } else {
                text.open(label + ":");
                body.forEach(this::print);
                text.close("");
            }
        }
        text.close("}");
    }

    @Override
    public @Nullable Void tryCatch(Stmt.Try statement) {
        text.open("try {");
        statement.body().statements().forEach(this::print);
        for (Stmt.Catch handler : statement.handlers()) {
            text.reopen("} catch (" + String.join(" | ", handler.exceptions()) + " " + handler.name() + ") {");
            handler.body().statements().forEach(this::print);
        }
        if (statement.last() != null) {
            text.reopen("} finally {");
            statement.last().statements().forEach(this::print);
        }
        text.close("}");
        return null;
    }

    @Override
    public @Nullable Void throwException(Stmt.Throw statement) {
        text.line("throw new " + statement.exception() + "(\"" + statement.message() + "\");");
        return null;
    }
}
