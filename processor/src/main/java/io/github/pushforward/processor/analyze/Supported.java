package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.RuleSkeleton;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would lose a derivative without a word, and is refused instead. */
public final class Supported {
    /** Methods for which the transform has no tangent. */
    private static final Set<Callee.Kind> WITHOUT_TANGENT =
            EnumSet.of(Callee.Kind.FOREIGN, Callee.Kind.READING, Callee.Kind.KEEPING);

    private final Method method;
    private final Activity activity;
    private final Reporter reporter;

    private Supported(Method method, Activity activity, Reporter reporter) {
        this.method = method;
        this.activity = activity;
        this.reporter = reporter;
    }

    /** Checks a method whose signature the user chose. */
    public static void check(Method method, Activity activity, Reporter reporter) {
        Supported rules = new Supported(method, activity, reporter);
        rules.checkSignature();
        rules.checkBody();
    }

    /** Checks a helper that is differentiated along with its caller. */
    public static void checkHelper(Method method, Activity activity, Reporter reporter) {
        new Supported(method, activity, reporter).checkBody();
    }

    private void checkSignature() {
        if (method.parameters().stream().noneMatch(Parameter::active)) {
            report(
                    Code.NothingToDifferentiate,
                    method.name() + " has no active parameter",
                    "give it a parameter of type double, float, a class marked @Differentiable or an array of those, that is "
                            + "not @Constant");
        } else if (!method.result().carriesDerivative() && !writesActive()) {
            report(
                    Code.NothingToDifferentiate,
                    method.name() + " returns " + method.result() + " and writes to no active array",
                    "return double or float, or write the results into an array parameter that is not @Constant");
        }
    }

    private boolean writesActive() {
        return method.parameters().stream()
                .anyMatch(parameter ->
                        parameter.active() && activity.writtenParameters().contains(parameter.local()));
    }

    private void checkBody() {
        for (Parameter parameter : method.parameters()) {
            Type type = parameter.local().type();
            if (!parameter.active() && (type.isArray() || type.isActiveMemory())) {
                String kind = type.isArray() ? "array" : "object";
                activity.leak(parameter.local())
                        .ifPresent(leak -> reportLeak("the constant " + kind, leak, leak.advice()));
            }
        }
        matchedArrays()
                .flatMap(array -> activity.leak(array).stream())
                .forEach(leak -> reportLeak("the component", leak, "use a local array"));
        activity.staticLeaks().forEach(leak -> reportLeak("the field", leak, leak.advice()));
        method.body()
                .allExpressions()
                .filter(Expr.NewObject.class::isInstance)
                .flatMap(made -> activity.problem((Expr.NewObject) made).stream())
                .forEach(reporter::report);
        Set<Object> refused = refusedByTransform();
        activity.rebuilt().stream()
                .filter(problem -> !refused.contains(problem.span().origin()))
                .forEach(reporter::report);
        method.body()
                .allExpressions()
                .filter(Expr.Call.class::isInstance)
                .map(Expr.Call.class::cast)
                .filter(this::hidesDerivative)
                .forEach(this::refuseForeign);
    }

    /** The arrays that patterns take out of objects, which have no tangents to keep derivatives in. */
    private Stream<Local> matchedArrays() {
        return method.body().subtree().stream()
                .filter(Switch.class::isInstance)
                .flatMap(choice -> ((Switch) choice).cases().stream())
                .flatMap(branch -> branch.variables().stream())
                .filter(variable -> variable.type().isArray());
    }

    /** Where the calls are that have an active argument and result and no derivative: one error each is enough. */
    private Set<Object> refusedByTransform() {
        return method.body()
                .allExpressions()
                .filter(Expr.Call.class::isInstance)
                .map(Expr.Call.class::cast)
                .filter(call -> WITHOUT_TANGENT.contains(call.callee().kind()) && activity.isActive(call))
                .map(call -> call.span().origin())
                .collect(Collectors.toSet());
    }

    /** Whether a method that is not differentiated gets an active value and might keep it where it is read again. */
    private boolean hidesDerivative(Expr.Call call) {
        if (call.arguments().stream().noneMatch(activity::isVaried)
                || activity.isActive(call)
                || activity.writesActive(call)) {
            return false; // harmless, or refused by the transform
        }
        return switch (call.callee().kind()) {
            case KEEPING -> true;
            case FOREIGN ->
                call.arguments().stream()
                                .anyMatch(argument -> argument.type().isArray()
                                        && argument.type().carriesDerivative())
                        && ArrayLibrary.manner(call.callee()).isEmpty();
            default -> false;
        };
    }

    private void refuseForeign(Expr.Call call) {
        Callee callee = call.callee();
        boolean hasArray = call.arguments().stream()
                .anyMatch(argument -> argument.type().isArray() && activity.isVaried(argument));
        String annotate = callee.hasSource() ? "annotate " + callee.name() + " with @Differentiable, or " : "";
        String remedy = hasArray || !callee.hasSource()
                ? annotate + (hasArray ? "write a loop over the array" : "write here what it does")
                : "take the assignment out of " + callee.name();
        reporter.report(new Problem(
                Code.NoTangent,
                "the call of " + callee.owner() + "." + callee.name()
                        + " receives an active argument, which it may keep in a field or an array, "
                        + "and its derivative is not known",
                remedy
                        + RuleSkeleton.advice(
                                callee,
                                call.arguments().stream()
                                        .map(activity::isVaried)
                                        .toList()),
                call.span()));
    }

    private void reportLeak(String kind, Leak leak, String advice) {
        Span span = leak.span() == Span.NONE ? method.span() : leak.span();
        reporter.report(new Problem(
                Code.ConstantReceivesActiveValue,
                kind + " " + leak.array() + " receives a value that depends on an active parameter, "
                        + "and has no tangent to keep its derivative in",
                advice,
                span));
    }

    private void report(Code code, String what, String advice) {
        reporter.report(new Problem(code, what, advice, method.span()));
    }
}
