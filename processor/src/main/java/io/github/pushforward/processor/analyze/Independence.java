package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the active parameters on which nothing depends that the method returns or writes, and a result that depends on none of
 * them: their derivatives are zero at every point. Where the signature is not the method's own, nothing is said.
 */
final class Independence {
    private final Method method;
    private final Activity activity;

    private Independence(Method method, Activity activity) {
        this.method = method;
        this.activity = activity;
    }

    /** @param explained the places of which something else is said: that they end in integers */
    static List<Problem> of(Method method, Activity activity, Set<Place> explained) {
        if (method.dispatch().sharesSignature()) {
            return List.of();
        }
        Independence independence = new Independence(method, activity);
        if (independence.hasConstantResult()) {
            return explained.isEmpty() ? List.of(independence.constantResult()) : List.of();
        }
        return method.parameters().stream()
                .filter(Independence::isChosen)
                .filter(parameter -> !explained.contains(new Place.Variable(parameter.local())))
                .flatMap(independence::advisory)
                .toList();
    }

    /** Whether the user could as well have marked the parameter as a constant, which no function and no receiver can be. */
    private static boolean isChosen(Parameter parameter) {
        return parameter.active()
                && !parameter.local().isReceiver()
                && !(parameter.local().type().elementType() instanceof FunctionType);
    }

    private boolean hasConstantResult() {
        boolean isNumber =
                method.result().carriesDerivative() && !(method.result().elementType() instanceof FunctionType);
        boolean returns = method.body().subtree().stream().anyMatch(Stmt.Return.class::isInstance);
        return isNumber && returns && !activity.hasVariedResult();
    }

    private Problem constantResult() {
        return new Problem(
                Code.NoDependence,
                "what " + method.name()
                        + " returns depends on no active parameter, and its derivative is zero everywhere",
                "check the formula" + Advice.SILENCE,
                method.span());
    }

    private Stream<Problem> advisory(Parameter parameter) {
        Local local = parameter.local();
        if (isOverwritten(local)) {
            return Stream.of(problem(parameter, "is overwritten before it is read"));
        }
        if (activity.matters(local)) {
            return Stream.empty();
        }
        boolean isRead = method.body().allExpressions().anyMatch(node -> isRead(node, local));
        return Stream.of(problem(
                parameter, isRead ? "is used for conditions, indices, integers or messages alone" : "is not used"));
    }

    private static boolean isRead(Expr node, Local local) {
        return node instanceof Expr.Read read && read.local().equals(local);
    }

    /** Whether the method begins with statements that do not mention the variable, and then gives it another value. */
    private boolean isOverwritten(Local local) {
        for (Stmt statement : method.body().statements()) {
            if (statement instanceof Stmt.Evaluate evaluate
                    && evaluate.expression() instanceof Expr.Assign assign
                    && isRead(assign.target(), local)) {
                return assign.value().subtree().stream().noneMatch(node -> isRead(node, local));
            }
            if (!Completion.completes(statement) || statement.allExpressions().anyMatch(node -> isRead(node, local))) {
                return false;
            }
        }
        return false;
    }

    private Problem problem(Parameter parameter, String use) {
        return new Problem(
                Code.NoDependence,
                "the parameter " + parameter.local() + " " + use + ": nothing that " + method.name()
                        + " returns or writes depends on its value, and its derivative is zero everywhere",
                "mark it @Constant, which saves a direction, if no caller passes an active value, or check the formula"
                        + Advice.SILENCE,
                parameter.span());
    }
}
