package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.Optional;
import java.util.stream.Stream;

/** Which methods have second derivatives: those whose active values are numbers and arrays of numbers. */
final class TwiceSupported {
    private TwiceSupported() {}

    /** Reports what is in the way in the signature of a method, if anything is. */
    static boolean check(Method method, Reporter reporter) {
        Stream<Problem> ofParameters = method.parameters().stream()
                .filter(Parameter::active)
                .flatMap(parameter -> problem(parameter.local().type(), parameter.span()));
        return !report(Stream.concat(ofParameters, problem(method.result(), method.span())), reporter);
    }

    /** Reports what is in the way in a tangent method, if anything is. */
    static boolean check(Method tangent, Activity activity, Reporter reporter) {
        return !report(
                tangent.body().allExpressions().flatMap(node -> problem(node, activity, tangent.span())), reporter);
    }

    private static boolean report(Stream<Problem> problems, Reporter reporter) {
        Optional<Problem> first = problems.findFirst();
        first.ifPresent(reporter::report);
        return first.isPresent();
    }

    private static Stream<Problem> problem(Expr node, Activity activity, Span span) {
        if (node instanceof Expr.Lambda lambda && !(lambda.type() instanceof FunctionType)) {
            return Stream.of(functions(lambda.span()));
        }
        if (node instanceof Expr.Call call
                && call.callee().kind() == Callee.Kind.TANGENT
                && call.callee().invocation() == Callee.Invocation.VIRTUAL) {
            return Stream.of(functions(call.span()));
        }
        return activity.isActive(node) ? problem(node.type(), spanOf(node, span)) : Stream.empty();
    }

    private static Span spanOf(Expr node, Span otherwise) {
        if (node instanceof Expr.NewObject made && made.span() != Span.NONE) {
            return made.span();
        }
        return node instanceof Expr.Call call && call.span() != Span.NONE ? call.span() : otherwise;
    }

    private static Stream<Problem> problem(Type type, Span span) {
        Type element = type.elementType();
        if (element instanceof FunctionType) {
            return Stream.of(functions(span));
        }
        boolean isObject = element instanceof ClassType object && object.isActive();
        return isObject
                ? Stream.of(refused("objects of active classes", "pass their numbers as parameters or arrays", span))
                : Stream.empty();
    }

    private static Problem functions(Span span) {
        return refused("functions that are known at run time alone", "call a method by name", span);
    }

    private static Problem refused(String what, String advice, Span span) {
        return new Problem(
                Code.UnsupportedMethod,
                "order = 2 is for numbers and arrays of numbers, and not for " + what,
                advice + ", or use order = 1",
                span);
    }
}
