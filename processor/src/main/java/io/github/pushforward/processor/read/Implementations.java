package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Gives methods without a body one: it goes to the method of the class of the receiver, as a call does, and refuses objects of
 * classes that are not known. Nothing after the reader needs to know of abstract methods.
 */
final class Implementations {
    private static final ClassType RECEIVERS = ClassType.of("io.github.pushforward.runtime", "Receivers");

    private final Trees trees;
    private final Elements elements;
    private final IrTypes irTypes;
    private final Members members;
    private final Subclasses subclasses;

    Implementations(Trees trees, Elements elements, IrTypes irTypes, Members members, Subclasses subclasses) {
        this.trees = trees;
        this.elements = elements;
        this.irTypes = irTypes;
        this.members = members;
        this.subclasses = subclasses;
    }

    /**
     * What runs on the objects of a class, subclasses included.
     *
     * @param type the class to test for
     */
    record Implementation(TypeElement type, ExecutableElement method, Callee callee) {
        boolean hasTangent() {
            return switch (callee.kind()) {
                case ANNOTATED, HELPER, RULE -> true;
                default -> false;
            };
        }
    }

    static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    /**
     * What a call of a method becomes in a body: where the method has no body and is not annotated, a form of it that is
     * differentiated along with the class that the body is for.
     */
    Callee called(Callee callee, ExecutableElement method, BodyContext context, Tree place) {
        boolean isConcerned = isAbstract(method) && callee.kind() == Callee.Kind.FOREIGN && mayCarry(callee);
        ClassType target = context.situation().target();
        List<Implementation> known = isConcerned ? of(method, target, context.callees(), false) : List.of();
        boolean areInSight = known.stream().allMatch(each -> isInSight(each, target));
        if (known.isEmpty() || !areInSight) {
            return callee;
        }
        Variants variants = context.situation().variants();
        String caller = "in " + target.topLevelName() + " of " + target.packageName();
        boolean haveTangents = known.stream().allMatch(Implementation::hasTangent);
        // An error belongs to the call, so that each has a form of its own.
        Callee form = callee.implementedFor(
                haveTangents ? variants.shortened(caller) : variants.idOf(place, caller),
                context.callees().rules());
        Span span = context.span(place);
        variants.add(form, (asked, reporter) -> {
            Callees callees = context.callees().under(asked.rules());
            return Optional.of(method(asked, method, target, of(method, target, callees, false), span));
        });
        return form;
    }

    /** Whether a call of the method could have something to do with a derivative. */
    private static boolean mayCarry(Callee callee) {
        List<Type> parameters =
                callee.parameterTypes().subList(1, callee.parameterTypes().size());
        return parameters.stream().anyMatch(Type::carriesDerivative)
                && (callee.result().carriesDerivative() || parameters.stream().anyMatch(Type::isArray));
    }

    /** The implementations that an annotated method without a body can go to. */
    List<Implementation> of(ExecutableElement method, Callees callees) {
        return of(method, irTypes.of(Subclasses.ownerOf(method)), callees, true);
    }

    /** @param skips whether implementations without a tangent are left out: their objects are refused at run time */
    private List<Implementation> of(ExecutableElement method, ClassType target, Callees callees, boolean skips) {
        Map<TypeElement, Implementation> found = new LinkedHashMap<>();
        // Inherited from a class that knows nothing of the interface.
        for (TypeElement type : subclasses.concrete(Subclasses.ownerOf(method))) {
            subclasses
                    .implementation(method, type)
                    .filter(other -> !subclasses.isSubclass(Subclasses.ownerOf(other), Subclasses.ownerOf(method)))
                    .ifPresent(other -> add(type, other, target, callees, skips, found));
        }
        collect(method, target, callees, skips, found);
        return mostDerivedFirst(List.copyOf(found.values()));
    }

    private void collect(
            ExecutableElement method,
            ClassType target,
            Callees callees,
            boolean skips,
            Map<TypeElement, Implementation> found) {
        for (ExecutableElement overrider : subclasses.overriders(method)) {
            TypeElement type = Subclasses.ownerOf(overrider);
            boolean hasObjects =
                    Subclasses.isConcrete(type) || !subclasses.concrete(type).isEmpty();
            if (!hasObjects) {
                continue;
            }
            boolean isOnlyDeclared = isAbstract(overrider) && !Callees.isAnnotated(overrider);
            if (isOnlyDeclared || !add(type, overrider, target, callees, skips, found)) {
                collect(overrider, target, callees, skips, found);
            }
        }
    }

    private boolean add(
            TypeElement type,
            ExecutableElement method,
            ClassType target,
            Callees callees,
            boolean skips,
            Map<TypeElement, Implementation> found) {
        Optional<Implementation> implementation = callees.of(method, target, null, Callee.Invocation.VIRTUAL)
                .map(callee -> new Implementation(type, method, callee))
                .filter(each -> !skips || (each.hasTangent() && isInSight(each, target)));
        implementation.ifPresent(each -> found.putIfAbsent(type, each));
        return implementation.isPresent();
    }

    /** Classes before interfaces, which an object may have beside its class; then what is below others before those. */
    private List<Implementation> mostDerivedFirst(List<Implementation> all) {
        List<Implementation> sorted = new ArrayList<>();
        for (Implementation each : all) {
            int at = 0;
            while (at < sorted.size() && !precedes(each, sorted.get(at))) {
                at++;
            }
            sorted.add(at, each);
        }
        return sorted;
    }

    private boolean precedes(Implementation one, Implementation other) {
        boolean isClass = one.type().getKind().isClass();
        return isClass == other.type().getKind().isClass() ? subclasses.isSubclass(one.type(), other.type()) : isClass;
    }

    private boolean isInSight(Implementation implementation, ClassType target) {
        return isInSight(implementation.type(), target) && isInSight(implementation.method(), target);
    }

    private boolean isInSight(Element member, ClassType target) {
        String packageName = elements.getPackageOf(member).getQualifiedName().toString();
        return packageName.equals(target.packageName()) ? !Names.isPrivate(member) : Names.isPublic(member);
    }

    private Method method(
            Callee callee, ExecutableElement method, ClassType target, List<Implementation> known, Span span) {
        Locals locals = new Locals(target);
        List<Parameter> parameters = new ArrayList<>();
        Local self = locals.receiver("self", callee.parameterTypes().get(0));
        parameters.add(new Parameter(self, false, span));
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            String name = parameter.getSimpleName().contentEquals("self")
                    ? "self_"
                    : parameter.getSimpleName().toString();
            Local local = locals.declared(name, callee.parameterTypes().get(i + 1));
            parameters.add(new Parameter(local, false, span));
        }
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(method);
        Stmt.Block body = body(method, known, parameters, locals, span);
        return new Method(
                callee,
                Access.PRIVATE,
                parameters,
                irTypes.thrown(method),
                body,
                dispatch(method),
                locals,
                MethodReader.withLintsOfRules(lints(known, deprecations), body),
                span);
    }

    static Dispatch dispatch(ExecutableElement method) {
        return Dispatch.inBody(!Subclasses.isClosed(Subclasses.ownerOf(method)));
    }

    /** What naming the classes would be warned of. */
    Set<String> lints(List<Implementation> known, Deprecations deprecations) {
        known.forEach(each -> deprecations.note(each.method()));
        known.forEach(each -> deprecations.note(each.type()));
        Set<String> lints = new HashSet<>(deprecations.found() ? Deprecations.LINTS : Set.of());
        for (Implementation each : known) {
            TreePath path = trees.getPath(each.type());
            if (path != null && MethodReader.isAuxiliary(irTypes.of(each.type()), path.getCompilationUnit())) {
                lints.add(MethodReader.AUXILIARY_CLASS);
            }
        }
        return lints;
    }

    /** The body: {@code if (self instanceof Circle circle) { return circle.area(x); }} for each class, and an exception. */
    Stmt.Block body(
            ExecutableElement method,
            List<Implementation> known,
            List<Parameter> parameters,
            Locals locals,
            Span span) {
        Expr self = parameters.get(0).local().read();
        List<Stmt> statements = new ArrayList<>();
        for (Implementation each : known) {
            // The class as its own members see it: without type arguments that mean something.
            Type type = irTypes.of(each.type().asType()).orElseGet(() -> irTypes.of(each.type()));
            String name = each.type().getSimpleName().toString();
            Local object = locals.temporary(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), type);
            List<Expr> arguments = new ArrayList<>(List.of(object.read()));
            for (int i = 1; i < parameters.size(); i++) {
                Type taken = each.callee().parameterTypes().get(i);
                Expr value = parameters.get(i).local().read();
                arguments.add(members.isAssignable(value.type(), taken) ? value : new Expr.Cast(taken, value, span));
            }
            Expr call = new Expr.Call(each.callee(), arguments, span);
            List<Stmt> run = each.callee().result() == Primitive.VOID
                    ? List.of(new Stmt.Evaluate(call), new Stmt.Return(null))
                    : List.of(new Stmt.Return(call));
            statements.add(new Stmt.If(new Expr.InstanceOf(self, type, object), new Stmt.Block(run), null));
        }
        statements.add(new Stmt.Throw(unknown(self, method)));
        return new Stmt.Block(statements);
    }

    private Expr unknown(Expr self, ExecutableElement method) {
        String name = irTypes.of(Subclasses.ownerOf(method)) + "." + method.getSimpleName();
        ClassType text = ClassType.of("java.lang", "String");
        Callee callee = new Callee(
                RECEIVERS,
                "unknown",
                List.of(self.type(), text),
                ClassType.of("java.lang", "IllegalArgumentException"),
                Callee.Kind.READING,
                List.of(false, false),
                false);
        return new Expr.Call(callee, List.of(self, new Expr.Literal(text, name)), Span.NONE);
    }
}
