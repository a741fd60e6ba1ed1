package io.github.pushforward.processor.read;

import com.sun.source.util.Trees;
import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Callee.Kind;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Says of a method how a call from some class reaches its derivative. */
final class Callees {
    private final IrTypes irTypes;
    private final Siblings siblings;
    private final Traces traces;
    private final RuleSet rules;

    Callees(IrTypes irTypes, Trees trees, Elements elements) {
        this(irTypes, new Siblings(irTypes, trees, elements), new Traces(trees, elements), RuleSet.NONE);
    }

    private Callees(IrTypes irTypes, Siblings siblings, Traces traces, RuleSet rules) {
        this.irTypes = irTypes;
        this.siblings = siblings;
        this.traces = traces;
        this.rules = rules;
    }

    /** The same where custom rules hold. */
    Callees under(RuleSet others) {
        return new Callees(irTypes, siblings, traces, others);
    }

    /** The method as a caller in the given class sees it; nothing where its signature does not resolve. */
    Optional<Callee> of(ExecutableElement method, ClassType caller) {
        ClassType owner = irTypes.of((TypeElement) method.getEnclosingElement());
        boolean annotated = isAnnotated(method);
        List<Type> parameterTypes = new ArrayList<>();
        List<Boolean> active = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Optional<Type> type = irTypes.of(parameter.asType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            parameterTypes.add(type.get());
            active.add(annotated && isActive(parameter, type.get()));
        }
        Kind kind = kind(method, owner, parameterTypes, active, annotated, caller);
        return irTypes.of(method.getReturnType())
                .map(result -> new Callee(
                        owner,
                        method.getSimpleName().toString(),
                        parameterTypes,
                        result,
                        kind,
                        active,
                        Names.isPrivate(method)))
                .map(callee -> callee.under(rules));
    }

    static boolean isAnnotated(ExecutableElement method) {
        return AnnotationValues.isPresent(method, Differentiable.class);
    }

    static boolean isActive(VariableElement parameter, Type type) {
        return type.carriesDerivative() && parameter.getAnnotation(Constant.class) == null;
    }

    private Kind kind(
            ExecutableElement method,
            ClassType owner,
            List<Type> parameterTypes,
            List<Boolean> active,
            boolean annotated,
            ClassType caller) {
        if (annotated) {
            return siblings.hasTangent(method, owner, parameterTypes, active) ? Kind.ANNOTATED : Kind.UNPROCESSED;
        }
        if (MathLibraries.contains(owner) && parameterTypes.stream().allMatch(Primitive.class::isInstance)) {
            return Kind.MATH;
        }
        if (owner.sameTopLevel(caller)) {
            return Kind.HELPER;
        }
        return switch (traces.of(method)) {
            case KEEPS -> Kind.KEEPING;
            case ONLY_READS -> Kind.READING;
            case MAY_WRITE, UNKNOWN -> Kind.FOREIGN;
        };
    }
}
