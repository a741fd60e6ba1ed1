package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;

/**
 * A call on {@code null} throws before the method begins. Where the object has become a parameter, the first look into it does so; a
 * method that begins with anything else asks for the object first.
 */
final class NullReceivers {
    private NullReceivers() {}

    /** Whether there is a receiver, and the method begins with anything but a look into it. */
    static boolean areUnnoticed(Method source) {
        if (source.callee().isStatic()
                || source.parameters().isEmpty()
                || source.dispatch().isInBody()) {
            return false;
        }
        Local receiver = source.parameters().get(0).local();
        return receiver.isReceiver() && !beginsWith(receiver, source.body());
    }

    private static boolean beginsWith(Local receiver, Stmt statement) {
        if (statement instanceof Stmt.Block block) {
            return !block.statements().isEmpty()
                    && beginsWith(receiver, block.statements().get(0));
        }
        boolean isExpressionFirst = statement instanceof Stmt.Declare
                || statement instanceof Stmt.Evaluate
                || statement instanceof Stmt.Return
                || statement instanceof Stmt.If;
        List<Expr> expressions = statement.expressions();
        // What may throw could be computed before the field is read, of which nothing is expected.
        return isExpressionFirst
                && !expressions.isEmpty()
                && beginsWith(receiver, expressions.get(0))
                && expressions.stream()
                        .noneMatch(expression -> Effects.of(expression).mayThrow());
    }

    private static boolean beginsWith(Local receiver, Expr expression) {
        if (expression instanceof Expr.Field field
                && field.object() instanceof Expr.Read read
                && read.local().equals(receiver)) {
            return true;
        }
        // Where an assignment goes to is its first operand, and looked into last; into a lambda nothing looks where it
        // is made.
        return !(expression instanceof Expr.Assign)
                && !(expression instanceof Expr.Lambda)
                && !expression.children().isEmpty()
                && beginsWith(receiver, expression.children().get(0));
    }

    /** The tangent method, or the copy, which asks for the receiver first. */
    static Method checked(Method method) {
        return method.startingWith(new Stmt.Evaluate(
                RuntimeCalls.requirePresent(method.parameters().get(0).local().read())));
    }
}
