package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualForm;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Functions in tangent methods: their calls, and constants among them. */
final class FunctionTangents {
    private FunctionTangents() {}

    /** The method of the dual form. */
    static CalleeTangents.Choice tangent(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        if (!activeArguments.get(0)) {
            throw new Refusal(
                    Code.NoTangent,
                    "a constant function receives an active value in the call of " + callee.owner() + "."
                            + callee.name() + ", and its derivative is not known",
                    remedy(call.arguments().get(0)),
                    call.span());
        }
        FunctionType function = (FunctionType) callee.parameterTypes().get(0);
        DualForm form = function.form();
        for (int i = 0; i < activeArguments.size(); i++) {
            if (activeArguments.get(i) && !callee.active().get(i)) {
                throw new Refusal(
                        Code.NoTangent,
                        "argument " + i + " of " + callee.name() + " of " + callee.owner()
                                + " is active, but the parameter is marked @Constant, so its derivative would be lost",
                        "remove @Constant from that parameter of " + callee.name(),
                        call.span());
            }
        }
        boolean isComposition = !callee.name().equals(form.method());
        List<Type> types = TangentSignature.parameters(callee.parameterTypes(), callee.active());
        Callee dual = new Callee(
                function.dual(),
                isComposition ? callee.name() : form.dualMethod(),
                types,
                TangentSignature.result(callee.result()),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false,
                Callee.Invocation.VIRTUAL);
        return new CalleeTangents.Choice(dual, callee.active());
    }

    private static String remedy(Expr function) {
        String method = "write a method in its place, and where there are several functions, choose by ? : or switch";
        return function instanceof Expr.Read read
                ? "remove @Constant from " + read.local()
                        + " where it is a parameter; where it comes out of a field, an array or " + "a collection, "
                        + method
                : method + ", or take the function as a parameter that is not @Constant";
    }

    /** Refuses a constant function as an argument that may be given active values by the method that gets it. */
    static void requireDual(Linear argument, Expr.Call call, int index) {
        Type parameter = call.callee().parameterTypes().get(index);
        boolean isLost = parameter instanceof FunctionType function
                && !argument.isFunction()
                && (function.form().takesActive() || argument.tangent() != null)
                && !argument.primal().equals(Expr.Literal.NULL);
        if (isLost) {
            throw new Refusal(
                    Code.NoTangent,
                    "argument " + (index + 1) + " of " + call.callee().name()
                            + " is a constant function or an object, which may receive an active value there, and its derivative"
                            + " is not known",
                    "remove @Constant from the function; for an object, write a lambda that calls its method",
                    call.span());
        }
    }

    /** What an object holds would lose its derivative. */
    static Refusal objectAsFunction(Type type) {
        return new Refusal(
                Code.NoTangent,
                "an object that holds active values is used as a " + type + ", and its derivative is not known there",
                "write a lambda that calls its method",
                Span.NONE);
    }

    /** A constant function where a dual form is asked for: it refuses active values at run time. */
    static Expr constant(Expr plain, FunctionType type) {
        if (plain.equals(Expr.Literal.NULL)) {
            return plain;
        }
        ClassType owner = type.dual().erased();
        Callee constant =
                new Callee(owner, "constant", List.of(type), type.dual(), Callee.Kind.TANGENT, List.of(false), false);
        return new Expr.Call(constant, List.of(plain), Span.NONE);
    }

    /**
     * A function that is made here, in its dual form.
     *
     * @param captured in variables that are assigned once
     */
    static Expr lambda(Expr.Lambda lambda, List<Linear> captured, CalleeTangents callees, TangentLocals tangents) {
        FunctionType function = (FunctionType) lambda.type();
        Iterator<Linear> captures = captured.iterator();
        Iterator<Boolean> active = function.form().active().iterator();
        List<Local> parameters = new ArrayList<>();
        List<Local> tangentParameters = new ArrayList<>();
        List<Linear> arguments = new ArrayList<>();
        for (Expr argument : lambda.arguments()) {
            if (!lambda.isParameter(argument)) {
                arguments.add(captures.next());
                continue;
            }
            Local parameter = ((Expr.Read) argument).local();
            if (!active.next()) {
                parameters.add(parameter);
                arguments.add(Linear.constant(argument));
            } else if (isFunction(parameter.type())) {
                parameters.add(tangents.of(parameter));
                arguments.add(Linear.function(tangents.of(parameter).read()));
            } else {
                parameters.add(parameter);
                tangentParameters.add(tangents.of(parameter));
                arguments.add(new Linear(argument, tangents.of(parameter).read()));
            }
        }
        parameters.addAll(tangentParameters);
        List<Boolean> pattern =
                arguments.stream().map(argument -> argument.tangent() != null).toList();
        Callee code = callees.helper(lambda.code(), pattern, CalleeTangents.Form.PLAIN)
                .callee();
        List<Expr> values =
                new ArrayList<>(arguments.stream().map(Linear::primal).toList());
        arguments.stream()
                .filter(argument -> argument.tangent() != null && !argument.isFunction())
                .map(Linear::tangent)
                .forEach(values::add);
        return new Expr.Lambda(function.dual(), parameters, code, values, lambda.isTyped(), lambda.span());
    }

    /** The parameters of a tangent method. */
    static List<Parameter> parameters(List<Parameter> original, UnaryOperator<Local> tangents) {
        List<Parameter> parameters = new ArrayList<>();
        List<Parameter> added = new ArrayList<>();
        for (Parameter parameter : original) {
            Local local = parameter.local();
            boolean isDual = parameter.active() && local.type() instanceof FunctionType;
            parameters.add(new Parameter(isDual ? tangents.apply(local) : local, false));
            if (parameter.active() && !isDual) {
                added.add(new Parameter(tangents.apply(local), false));
            }
        }
        parameters.addAll(added);
        return parameters;
    }

    static boolean isFunction(Type type) {
        return type instanceof FunctionType;
    }
}
