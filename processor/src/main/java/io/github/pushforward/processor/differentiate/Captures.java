package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Try;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets lambdas capture what the compiler takes for assigned once. A variable that the source assigns in a test starts from a
 * value here that nobody reads, and so seems assigned twice: then the lambda captures a copy.
 */
final class Captures {
    private final Locals locals;
    private final Set<Local> reassigned = new HashSet<>();

    private Captures(Stmt.Block body, Locals locals) {
        this.locals = locals;
        Set<Local> initialized = new HashSet<>();
        Set<Local> assigned = new HashSet<>();
        for (Stmt statement : body.subtree()) {
            if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
                initialized.add(declare.local());
            }
        }
        body.allExpressions().forEach(node -> {
            if (node instanceof Expr.Assign assign && assign.target() instanceof Expr.Read read) {
                assigned.add(read.local());
            }
        });
        reassigned.addAll(initialized);
        reassigned.retainAll(assigned);
    }

    static Stmt.Block inVariablesAssignedOnce(Stmt.Block body, Locals locals) {
        boolean hasLambdas = body.allExpressions().anyMatch(Expr.Lambda.class::isInstance);
        return hasLambdas ? (Stmt.Block) new Captures(body, locals).rewritten(body) : body;
    }

    private Stmt rewritten(Stmt statement) {
        if (statement instanceof Stmt.Block block) {
            List<Stmt> statements = new ArrayList<>();
            block.statements().forEach(each -> rewrite(each, statements));
            return new Stmt.Block(statements);
        }
        List<Stmt> statements = new ArrayList<>();
        rewrite(statement, statements);
        return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements);
    }

    private void rewrite(Stmt statement, List<Stmt> out) {
        Set<Local> captured = new LinkedHashSet<>();
        statement.expressions().forEach(expression -> collect(expression, captured));
        List<Stmt> header = header(statement);
        header.forEach(part -> part.expressions().forEach(expression -> collect(expression, captured)));
        Map<Local, Local> copies = new HashMap<>();
        for (Local local : captured) {
            Local copy = locals.temporary(local.name() + "Captured", local.type());
            copies.put(local, copy);
            out.add(new Stmt.Declare(copy, local.read()));
        }
        List<Stmt> parts = new ArrayList<>();
        for (Stmt part : statement.statements()) {
            parts.add(parts.size() < header.size() ? part.with(replaced(part, copies), List.of()) : rewritten(part));
        }
        out.add(statement.with(replaced(statement, copies), parts));
    }

    /** What a statement has between its parentheses, where there is no room for further statements. */
    private static List<Stmt> header(Stmt statement) {
        if (statement instanceof Stmt.For loop) {
            return loop.init();
        }
        return statement instanceof Try attempt ? attempt.resources() : List.of();
    }

    private static List<Expr> replaced(Stmt statement, Map<Local, Local> copies) {
        return statement.expressions().stream()
                .map(expression -> replaced(expression, copies))
                .toList();
    }

    private void collect(Expr expression, Set<Local> captured) {
        for (Expr node : expression.subtree()) {
            if (node instanceof Expr.Lambda lambda) {
                for (Expr child : lambda.children()) {
                    if (child instanceof Expr.Read read && reassigned.contains(read.local())) {
                        captured.add(read.local());
                    }
                }
            }
        }
    }

    private static Expr replaced(Expr expression, Map<Local, Local> copies) {
        if (copies.isEmpty()) {
            return expression;
        }
        boolean captures = expression instanceof Expr.Lambda;
        List<Expr> children = new ArrayList<>();
        for (Expr child : expression.children()) {
            boolean isCopied = captures && child instanceof Expr.Read read && copies.containsKey(read.local());
            children.add(isCopied ? copies.get(((Expr.Read) child).local()).read() : replaced(child, copies));
        }
        return expression.withChildren(children);
    }
}
