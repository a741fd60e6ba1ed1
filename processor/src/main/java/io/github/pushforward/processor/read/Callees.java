package io.github.pushforward.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.Trees;
import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Callee.Kind;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.RuledFunctions;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Says of a method how a call from some class reaches its derivative. */
final class Callees {
    private final IrTypes irTypes;
    private final Trees trees;

    Callees(IrTypes irTypes, Trees trees) {
        this.irTypes = irTypes;
        this.trees = trees;
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
        Kind kind = RuledFunctions.contains(owner, method.getSimpleName().toString(), parameterTypes)
                ? Kind.MATH
                : kind(method, owner, annotated, caller);
        return irTypes.of(method.getReturnType())
                .map(result -> new Callee(
                        owner,
                        method.getSimpleName().toString(),
                        parameterTypes,
                        result,
                        kind,
                        active,
                        Names.isPrivate(method)));
    }

    static boolean isAnnotated(ExecutableElement method) {
        return method.getAnnotation(Differentiable.class) != null;
    }

    static boolean isActive(VariableElement parameter, Type type) {
        return type.carriesDerivative() && parameter.getAnnotation(Constant.class) == null;
    }

    private Kind kind(ExecutableElement method, ClassType owner, boolean annotated, ClassType caller) {
        if (annotated) {
            return Kind.ANNOTATED;
        }
        if (owner.sameTopLevel(caller)) {
            return Kind.HELPER;
        }
        MethodTree source = trees.getTree(method);
        return source != null && FieldWrites.in(source) ? Kind.KEEPING : Kind.FOREIGN;
    }
}
