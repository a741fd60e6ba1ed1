package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables that keep the value that they start with. */
final class LastingLocals {
    private LastingLocals() {}

    /** Of a method, its parameters among them. */
    static Set<Local> of(Method method) {
        Set<Local> lasting = declared(method.body());
        method.parameters().forEach(parameter -> lasting.add(parameter.local()));
        lasting.removeAll(assigned(method.body()));
        return lasting;
    }

    /** Of those that a statement declares. */
    static Set<Local> in(Stmt statement) {
        Set<Local> lasting = declared(statement);
        lasting.removeAll(assigned(statement));
        return lasting;
    }

    private static Set<Local> declared(Stmt statement) {
        Set<Local> declared = new HashSet<>();
        for (Stmt each : statement.subtree()) {
            if (each instanceof Stmt.Declare declare && declare.initializer() != null) {
                declared.add(declare.local());
            }
        }
        return declared;
    }

    /** What a statement assigns to, once it is declared. */
    static Set<Local> assigned(Stmt statement) {
        return statement
                .allExpressions()
                .map(LastingLocals::target)
                .filter(Expr.Read.class::isInstance)
                .map(target -> ((Expr.Read) target).local())
                .collect(Collectors.toSet());
    }

    private static @Nullable Expr target(Expr node) {
        if (node instanceof Expr.Assign assign) {
            return assign.target();
        }
        if (node instanceof Expr.CompoundAssign assign) {
            return assign.target();
        }
        return node instanceof Expr.Step step ? step.target() : null;
    }
}
