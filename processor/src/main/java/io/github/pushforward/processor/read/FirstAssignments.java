package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares variables where they get their first value, as a person would, rather than ahead of it. */
final class FirstAssignments {
    private FirstAssignments() {}

    /** The same statements, in which a variable is declared where it is assigned first, if nothing reads it before. */
    static List<Stmt> declared(List<Stmt> statements) {
        List<Stmt> result = new ArrayList<>(statements);
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Declare declare) {
                int at = result.indexOf(declare);
                int first = firstUse(declare.local(), result, at + 1);
                if (first >= 0 && assigned(result.get(first), declare.local()) != null) {
                    result.set(first, new Stmt.Declare(declare.local(), assigned(result.get(first), declare.local())));
                    result.remove(at);
                }
            }
        }
        return result;
    }

    private static int firstUse(Local variable, List<Stmt> statements, int from) {
        for (int i = from; i < statements.size(); i++) {
            if (uses(statements.get(i), variable)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean uses(Stmt statement, Local variable) {
        return statement.allExpressions().anyMatch(variable.read()::equals);
    }

    /** What a statement that is nothing but an assignment to the variable assigns; null for others. */
    private static @Nullable Expr assigned(Stmt statement, Local variable) {
        boolean isAssignment = statement instanceof Stmt.Evaluate evaluate
                && evaluate.expression() instanceof Expr.Assign assign
                && assign.target().equals(variable.read())
                && assign.value().subtree().stream().noneMatch(variable.read()::equals);
        return isAssignment ? ((Expr.Assign) ((Stmt.Evaluate) statement).expression()).value() : null;
    }
}
