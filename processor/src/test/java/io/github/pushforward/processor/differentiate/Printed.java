package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** IR as text, for tests: statements without types, operators without regard to precedence. */
final class Printed {
    private Printed() {}

    static String of(Method method) {
        String parameters = method.parameters().stream()
                .map(parameter -> parameter.local().name())
                .collect(Collectors.joining(", "));
        return method.name() + "(" + parameters + ") {\n" + of(method.body().statements()) + "}";
    }

    private static String of(List<Stmt> statements) {
        return statements.stream()
                .map(statement -> ("  " + of(statement)).replace("\n", "\n  ") + "\n")
                .collect(Collectors.joining());
    }

    private static String of(Stmt statement) {
        if (statement instanceof Stmt.Declare declare) {
            return declare.initializer() == null
                    ? declare.local().name()
                    : declare.local().name() + " = " + of(declare.initializer());
        }
        if (statement instanceof Stmt.Evaluate evaluate) {
            return of(evaluate.expression());
        }
        if (statement instanceof Stmt.Return giveBack) {
            return giveBack.value() == null ? "return" : "return " + of(giveBack.value());
        }
        throw new IllegalArgumentException("no text for " + statement);
    }

    private static String of(Expr expression) {
        if (expression instanceof Expr.Literal literal) {
            return String.valueOf(literal.value());
        }
        if (expression instanceof Expr.Read read) {
            return read.local().name();
        }
        if (expression instanceof Expr.Binary binary) {
            return of(binary.left()) + " " + binary.op().symbol() + " " + of(binary.right());
        }
        if (expression instanceof Expr.Element element) {
            return of(element.array()) + "[" + of(element.index()) + "]";
        }
        if (expression instanceof Expr.Assign assign) {
            return of(assign.target()) + " = " + of(assign.value());
        }
        if (expression instanceof Expr.CompoundAssign assign) {
            return of(assign.target()) + " " + assign.op().symbol() + "= " + of(assign.value());
        }
        if (expression instanceof Expr.NewDual dual) {
            return "dual(" + of(dual.value()) + ", " + of(dual.tangent()) + ")";
        }
        if (expression instanceof Expr.DualPart part) {
            return of(part.dual()) + "." + part.half().name().toLowerCase(Locale.ROOT);
        }
        if (expression instanceof Expr.Call call) {
            String arguments = call.arguments().stream().map(Printed::of).collect(Collectors.joining(", "));
            String owner = String.join(".", call.callee().owner().simpleNames());
            return owner + "." + call.callee().name() + "(" + arguments + ")";
        }
        throw new IllegalArgumentException("no text for " + expression);
    }
}
