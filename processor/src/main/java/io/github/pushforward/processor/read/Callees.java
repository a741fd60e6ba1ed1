package io.github.pushforward.processor.read;

import com.sun.source.util.Trees;
import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Callee.Kind;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Says of a method how a call from some class reaches its derivative. */
final class Callees {
    private final IrTypes irTypes;
    private final Members members;
    private final Siblings siblings;
    private final Traces traces;
    private final RuleSet rules;

    Callees(IrTypes irTypes, Members members, Trees trees, Elements elements) {
        this(irTypes, members, new Siblings(irTypes, trees, elements), new Traces(trees, elements), RuleSet.NONE);
    }

    private Callees(IrTypes irTypes, Members members, Siblings siblings, Traces traces, RuleSet rules) {
        this.irTypes = irTypes;
        this.members = members;
        this.siblings = siblings;
        this.traces = traces;
        this.rules = rules;
    }

    /** The rules that hold here. */
    RuleSet rules() {
        return rules;
    }

    /** The same where custom rules hold. */
    Callees under(RuleSet others) {
        return new Callees(irTypes, members, siblings, traces, others);
    }

    /** The method as its own class sees it; nothing where its signature does not resolve. */
    Optional<Callee> of(ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        return of(
                method,
                irTypes.of((TypeElement) method.getEnclosingElement()),
                null,
                isStatic ? Callee.Invocation.STATIC : Callee.Invocation.VIRTUAL);
    }

    /**
     * The method as a caller in the given class sees it; nothing where its signature does not resolve.
     *
     * @param receiver the type of the object that it is called on, if there is one
     */
    Optional<Callee> of(
            ExecutableElement method, ClassType caller, @Nullable Type receiver, Callee.Invocation invocation) {
        TypeElement declaring = (TypeElement) method.getEnclosingElement();
        ClassType owner = irTypes.of(declaring);
        if (receiver instanceof FunctionType function) {
            Optional<Callee> ofFunction = FunctionCallees.of(function, method);
            if (ofFunction.isPresent()) {
                return ofFunction.map(callee -> callee.under(rules));
            }
        }
        boolean annotated = isAnnotated(method);
        List<Type> parameterTypes = new ArrayList<>();
        List<Boolean> active = new ArrayList<>();
        if (invocation != Callee.Invocation.STATIC) {
            Optional<Type> self = irTypes.of(declaring.asType());
            if (self.isEmpty()) {
                return Optional.empty();
            }
            parameterTypes.add(self.get());
            active.add(annotated && owner.isActive());
        }
        for (VariableElement parameter : method.getParameters()) {
            Optional<Type> type = irTypes.of(parameter.asType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            parameterTypes.add(type.get());
            active.add(annotated && isActive(parameter, type.get()));
        }
        Kind kind = kind(method, owner, parameterTypes, active, annotated, caller);
        Optional<Type> returned =
                receiver == null ? irTypes.of(method.getReturnType()) : members.resultOf(receiver, method);
        return returned.map(result -> new Callee(
                        owner,
                        method.getSimpleName().toString(),
                        parameterTypes,
                        result,
                        kind,
                        active,
                        Names.isPrivate(method),
                        invocation))
                .map(callee -> callee.withSource(siblings.hasSource(method)).under(rules));
    }

    static boolean isAnnotated(ExecutableElement method) {
        return AnnotationValues.isPresent(method, Differentiable.class);
    }

    /** Whether an object that a method runs on comes with a tangent: a function does not, which is called by other means. */
    static boolean isActiveReceiver(Type type) {
        return type instanceof ClassType named && named.isActive();
    }

    static boolean isActive(VariableElement parameter, Type type) {
        return type.carriesDerivative() && parameter.getAnnotation(Constant.class) == null;
    }

    /** The methods of an active class of this package, which the sibling of another class can do without loss. */
    private boolean isOfActiveNeighbour(ExecutableElement method, ClassType owner, ClassType caller) {
        return owner.isActive() && owner.packageName().equals(caller.packageName()) && siblings.hasSource(method);
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
        if (BoxFunctions.contains(owner, method.getSimpleName().toString(), parameterTypes)) {
            return Kind.MATH;
        }
        boolean hasBody = !method.getModifiers().contains(Modifier.ABSTRACT)
                && !method.getModifiers().contains(Modifier.NATIVE);
        boolean isAlong = owner.sameTopLevel(caller) || isOfActiveNeighbour(method, owner, caller);
        if (isAlong && hasBody) {
            // What the compiler writes itself, such as the accessor of a record, does nothing but read.
            return siblings.hasSource(method) || owner.isActive() ? Kind.HELPER : Kind.READING;
        }
        return switch (traces.of(method)) {
            case KEEPS -> Kind.KEEPING;
            case ONLY_READS -> Kind.READING;
            case MAY_WRITE, UNKNOWN -> Kind.FOREIGN;
        };
    }

    /** Whether a generated method is there already. */
    boolean exists(Callee generated) {
        return siblings.exists(generated);
    }
}
