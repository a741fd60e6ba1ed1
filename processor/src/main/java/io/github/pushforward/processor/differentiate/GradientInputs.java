package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.AppliedFunctions;
import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What gradients are taken with respect to: a function is not among it. It is passed in its dual form where it may receive
 * an active value, and as a plain one elsewhere.
 */
final class GradientInputs {
    private GradientInputs() {}

    static Method of(Method source, Summaries summaries) {
        boolean hasFunctions = source.parameters().stream()
                .anyMatch(parameter -> parameter.local().type() instanceof FunctionType);
        if (!hasFunctions) {
            return source;
        }
        Set<Local> applied = AppliedFunctions.in(source, summaries);
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : source.parameters()) {
            Local local = parameter.local();
            boolean isFunction = parameter.active() && local.type() instanceof FunctionType;
            Local passed = applied.contains(local)
                    ? new Local(local.id(), local.name(), local.type().tangentType(), local.isFinal())
                    : local;
            parameters.add(isFunction ? new Parameter(passed, false, parameter.span()) : parameter);
        }
        return source.withParameters(parameters);
    }
}
