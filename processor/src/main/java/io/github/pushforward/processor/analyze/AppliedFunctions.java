package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The functional parameters of a method that may receive an active value: their derivative matters to a gradient with respect to the
 * other parameters. The others are constants to it.
 */
public final class AppliedFunctions {
    private final Method method;
    private final Summaries summaries;
    private final Set<Local> found = new HashSet<>();

    private AppliedFunctions(Method method, Summaries summaries) {
        this.method = method;
        this.summaries = summaries;
    }

    public static Set<Local> in(Method method, Summaries summaries) {
        AppliedFunctions functions = new AppliedFunctions(method, summaries);
        while (functions.grow()) {
            // What one function gives another may receive.
        }
        return functions.found;
    }

    private boolean grow() {
        List<Boolean> pattern = method.parameters().stream()
                .map(parameter -> parameter.active() && (!isFunction(parameter) || found.contains(parameter.local())))
                .toList();
        Activity activity = new Activity(method.withActive(pattern), summaries);
        return method.parameters().stream()
                .filter(parameter -> parameter.active() && isFunction(parameter))
                .map(Parameter::local)
                .filter(function -> mayReceive(function, activity))
                .map(found::add)
                .reduce(false, Boolean::logicalOr);
    }

    private static boolean isFunction(Parameter parameter) {
        return parameter.local().type() instanceof FunctionType;
    }

    /** Used in any other way than being called on constants, a function may receive whatever there is. */
    private boolean mayReceive(Local function, Activity activity) {
        if (!((FunctionType) function.type()).form().takesActive()) {
            return false;
        }
        long reads =
                method.body().allExpressions().filter(function.read()::equals).count();
        long callsOnConstants = method.body()
                .allExpressions()
                .filter(node -> node instanceof Expr.Call call && isOnConstants(call, function, activity))
                .count();
        return callsOnConstants < reads;
    }

    private static boolean isOnConstants(Expr.Call call, Local function, Activity activity) {
        return call.callee().kind() == Callee.Kind.FUNCTION
                && call.arguments().get(0).equals(function.read())
                && call.arguments().stream().skip(1).noneMatch(activity::isVaried);
    }
}
