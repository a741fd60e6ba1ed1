package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.BinaryOp;
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
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Gives methods without a body one: it goes to the method of the class of the receiver, as a call does, and refuses objects of
 * classes that are not known. Nothing after the reader needs to know of abstract methods.
 */
final class AbstractMethods {
    private static final ClassType RECEIVERS = ClassType.of("io.github.pushforward.runtime", "Receivers");

    private final Trees trees;
    private final Elements elements;
    private final IrTypes irTypes;
    private final Members members;
    private final Subclasses subclasses;
    private final EnumConstants enumConstants;
    private final Map<CompilationUnitTree, Set<TypeElement>> named = new IdentityHashMap<>();

    AbstractMethods(
            Trees trees,
            Elements elements,
            IrTypes irTypes,
            Members members,
            Subclasses subclasses,
            EnumConstants enumConstants) {
        this.enumConstants = enumConstants;
        this.trees = trees;
        this.elements = elements;
        this.irTypes = irTypes;
        this.members = members;
        this.subclasses = subclasses;
    }

    static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    static Dispatch dispatch(ExecutableElement method) {
        return Dispatch.inBody(!Subclasses.isClosed(Subclasses.ownerOf(method)));
    }

    /**
     * What a call of a method becomes in a body. One without a body of its own, and not annotated, gets a form that is
     * differentiated along with the class that the body is for; so does one that was annotated where it was compiled, and
     * whose sibling does not know what implements it here.
     *
     * @param receiver the type of the object
     */
    Callee called(Callee declared, ExecutableElement method, Type receiver, BodyContext context, Tree place) {
        Callee callee = declared.withParameters(parameters(declared, method, receiver));
        boolean isCompiled = callee.kind() == Callee.Kind.ANNOTATED && trees.getPath(method) == null;
        boolean isFunction = callee.kind() == Callee.Kind.FUNCTION;
        boolean isConcerned = isAbstract(method) && (isCompiled || isFunction || callee.kind() == Callee.Kind.FOREIGN);
        if (!isConcerned || !mayCarry(callee)) {
            return declared;
        }
        ClassType target = context.situation().target();
        Implementations implementations =
                new Implementations(target, context.callees(), namedIn(context), enumConstants, isCompiled);
        List<Implementation> known = fitting(implementations.of(method), callee);
        if (known.isEmpty() || !known.stream().allMatch(implementations::isInSight)) {
            return declared;
        }
        Variants variants = context.situation().variants();
        String caller = "in " + target.topLevelName() + " of " + target.packageName();
        boolean haveTangents = known.stream().allMatch(Implementation::hasTangent);
        if (!haveTangents && trees.getPath(method) == null) {
            return declared; // nobody can annotate it, and what is known of library methods holds
        }
        // An error belongs to the call, so that each has a form of its own.
        Callee implemented = callee.implementedFor(
                haveTangents ? variants.shortened(caller) : variants.idOf(place, caller),
                context.callees().rules());
        Callee form = isFunction ? implemented.asFunction() : implemented;
        Span span = context.span(place);
        Optional<Callee> others = isCompiled ? Optional.of(callee) : Optional.empty();
        variants.add(form, (asked, reporter) -> {
            Callees callees = context.callees().under(asked.rules());
            List<Implementation> fitting =
                    fitting(implementations.under(callees).of(method), asked);
            return Optional.of(form(asked, method, target, fitting, others, span));
        });
        return form;
    }

    /** Whether calls of a method without a body go to implementations that all have tangents. */
    boolean areImplemented(ExecutableElement method, BodyContext context) {
        if (!isAbstract(method)) {
            return false;
        }
        ClassType target = context.situation().target();
        Implementations implementations =
                new Implementations(target, context.callees(), namedIn(context), enumConstants, false);
        List<Implementation> known = implementations.of(method);
        return !known.isEmpty()
                && known.stream().allMatch(each -> each.hasTangent() && implementations.isInSight(each));
    }

    /** The types of the parameters: where a type variable stands for one with a derivative, that. */
    private List<Type> parameters(Callee callee, ExecutableElement method, Type receiver) {
        List<Type> types = new ArrayList<>(callee.parameterTypes());
        List<Type> seen = members.parametersOf(receiver, method).orElse(List.of());
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).carriesDerivative()) {
                types.set(i + 1, seen.get(i));
            }
        }
        return types;
    }

    /** Without those that implement the method for other type arguments. */
    private List<Implementation> fitting(List<Implementation> known, Callee callee) {
        return known.stream()
                .filter(each -> IntStream.range(1, callee.parameterTypes().size())
                        .allMatch(i -> fits(
                                callee.parameterTypes().get(i),
                                each.callee().parameterTypes().get(i))))
                .toList();
    }

    private boolean fits(Type given, Type taken) {
        return members.isAssignable(given, taken) || members.isAssignable(taken, given);
    }

    /** Whether a call of the method could have something to do with a derivative. */
    private static boolean mayCarry(Callee callee) {
        List<Type> types = callee.parameterTypes();
        return types.stream().anyMatch(Type::carriesDerivative)
                && (callee.result().carriesDerivative()
                        || (!callee.isOfPlatform()
                                && types.stream().anyMatch(type -> type.isArray() || type.isActiveMemory())));
    }

    /** The known classes, and those that a file names: compiled ones among them. */
    private Subclasses namedIn(BodyContext context) {
        return subclasses.and(named.computeIfAbsent(context.file(), file -> NamedTypes.in(file, context.names())));
    }

    private Method form(
            Callee callee,
            ExecutableElement method,
            ClassType target,
            List<Implementation> known,
            Optional<Callee> others,
            Span span) {
        Locals locals = new Locals(target);
        List<Parameter> parameters = new ArrayList<>();
        Local self = locals.receiver("self", callee.parameterTypes().get(0));
        parameters.add(new Parameter(self, false, span));
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            String name = locals.freshName(parameter.getSimpleName().toString());
            Local local = locals.declared(name, callee.parameterTypes().get(i + 1));
            parameters.add(new Parameter(local, false, span));
        }
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(method);
        Stmt.Block body = body(method, known, others, parameters, locals, span);
        return new Method(
                callee,
                Access.PRIVATE,
                parameters,
                irTypes.thrown(method),
                body,
                dispatch(method),
                locals,
                Lints.with(lints(known, deprecations), body),
                span);
    }

    /**
     * The body of an annotated method; problems are reported where it is declared.
     *
     * @param lints gets what naming the implementations would be warned of
     */
    Stmt.Block bodyOfAnnotated(
            ExecutableElement method,
            List<Parameter> parameters,
            BodyContext context,
            Span span,
            Set<String> lints,
            Reporter reporter) {
        TypeElement owner = Subclasses.ownerOf(method);
        List<Implementation> known = new Implementations(
                        irTypes.of(owner), context.callees(), namedIn(context), enumConstants, true)
                .of(method);
        if (known.isEmpty()) {
            reporter.report(unimplemented(method, span));
        }
        List<Boolean> active = parameters.stream().map(Parameter::active).toList();
        known.stream()
                .map(Implementation::callee)
                .filter(callee -> losesDerivative(callee, active))
                .forEach(callee -> reporter.report(new Problem(
                        Code.NoTangent,
                        callee.owner() + "." + callee.name() + " implements " + callee.name()
                                + ", but its @Constant parameters are others",
                        "mark the same parameters @Constant in both",
                        span)));
        lints.addAll(lints(known, context.deprecations()));
        return body(method, known, Optional.empty(), parameters, context.locals(), span);
    }

    /**
     * The body of a method that has one, which the bodies of enum constants may override: it goes to those first.
     *
     * @param lints gets what naming the enums would be warned of
     */
    Stmt.Block withConstants(
            ExecutableElement method,
            Stmt.Block body,
            List<Parameter> parameters,
            BodyContext context,
            Span span,
            Set<String> lints) {
        if (!Members.isOverridable(method)) {
            return body;
        }
        ClassType target = irTypes.of(Subclasses.ownerOf(method));
        List<Implementation> constants = subclasses.withSubclasses(Subclasses.ownerOf(method)).stream()
                .filter(type -> subclasses
                        .implementation(method, type)
                        .filter(method::equals)
                        .isPresent())
                .flatMap(type -> enumConstants.implementing(method, type, target, context.callees()).stream())
                .toList();
        if (constants.isEmpty()) {
            return body;
        }
        List<Expr> values = parameters.stream()
                .map(parameter -> (Expr) parameter.local().read())
                .toList();
        List<Stmt> statements = new ArrayList<>();
        constants.forEach(each -> statements.add(onConstant(each, values, span)));
        statements.addAll(body.statements());
        lints.addAll(lints(constants, context.deprecations()));
        return new Stmt.Block(statements);
    }

    private static Problem unimplemented(ExecutableElement method, Span span) {
        return new Problem(
                Code.UnsupportedMethod,
                method.getSimpleName()
                        + " has no body, and no known class implements it by a method that has a tangent",
                "annotate the methods that implement it with @Differentiable, and compile them together with it",
                span);
    }

    /** Whether an annotated implementation takes no tangent where there is one. */
    private static boolean losesDerivative(Callee callee, List<Boolean> active) {
        return callee.kind() == Callee.Kind.ANNOTATED
                && IntStream.range(1, active.size())
                        .anyMatch(i -> active.get(i) && !callee.active().get(i));
    }

    private Set<String> lints(List<Implementation> known, Deprecations deprecations) {
        known.forEach(each -> deprecations.note(each.method()));
        known.forEach(each -> deprecations.note(each.type()));
        Set<String> lints = new HashSet<>(deprecations.found() ? Deprecations.LINTS : Set.of());
        for (Implementation each : known) {
            TreePath path = trees.getPath(each.type());
            if (path != null && Lints.isAuxiliary(irTypes.of(each.type()), path.getCompilationUnit())) {
                lints.add(Lints.AUXILIARY_CLASS);
            }
        }
        return lints;
    }

    /**
     * {@code if (self instanceof Circle circle) { return circle.area(x); }} for each class, and an exception.
     *
     * @param others what runs on objects of other classes, if anything
     */
    private Stmt.Block body(
            ExecutableElement method,
            List<Implementation> known,
            Optional<Callee> others,
            List<Parameter> parameters,
            Locals locals,
            Span span) {
        List<Expr> values = parameters.stream()
                .map(parameter -> (Expr) parameter.local().read())
                .toList();
        Expr self = values.get(0);
        List<Stmt> statements = new ArrayList<>();
        for (Implementation each : known) {
            if (each.constant() != null) {
                statements.add(onConstant(each, values, span));
                continue;
            }
            // The class as its own members see it: without type arguments that mean something.
            Type type = irTypes.of(each.type().asType()).orElseGet(() -> irTypes.of(each.type()));
            Local object = type.carriesDerivative() ? null : locals.temporary(variableOf(each.type()), type);
            List<Expr> arguments = new ArrayList<>();
            // An active object is cast together with its tangent.
            arguments.add(object == null ? new Expr.Cast(type, self, span) : object.read());
            for (int i = 1; i < values.size(); i++) {
                Type taken = each.callee().parameterTypes().get(i);
                Expr value = values.get(i);
                arguments.add(members.isAssignable(value.type(), taken) ? value : new Expr.Cast(taken, value, span));
            }
            Stmt.Block run = new Stmt.Block(run(each.callee(), arguments, span));
            statements.add(new Stmt.If(new Expr.InstanceOf(self, type, object), run, null));
        }
        if (others.isPresent()) {
            // Under a name of its own: what the library may do to its objects, it does not do to those that were told
            // apart.
            Local other = locals.temporary("other", self.type());
            statements.add(new Stmt.Declare(other, self));
            List<Expr> arguments = new ArrayList<>(values);
            arguments.set(0, other.read());
            statements.addAll(run(others.get(), arguments, span));
        } else {
            statements.add(new Stmt.Throw(unknown(self, method)));
        }
        return new Stmt.Block(statements);
    }

    /** {@code if (self == Kind.CONSTANT) { return ofConstant((Kind) self, x); }}. */
    private Stmt onConstant(Implementation each, List<Expr> values, Span span) {
        ClassType type = irTypes.of(each.type());
        String name = each.constant().getSimpleName().toString();
        Expr self = values.get(0);
        Expr test = new Expr.Binary(
                BinaryOp.EQUAL, self, new Expr.StaticField(type, name, type, null, false), Primitive.BOOLEAN);
        List<Expr> arguments = new ArrayList<>(values);
        arguments.set(0, self.type().equals(type) ? self : new Expr.Cast(type, self, span));
        return new Stmt.If(test, new Stmt.Block(run(each.callee(), arguments, span)), null);
    }

    private static String variableOf(TypeElement type) {
        String name = type.getSimpleName().toString();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static List<Stmt> run(Callee callee, List<Expr> arguments, Span span) {
        Expr call = new Expr.Call(callee, arguments, span);
        return callee.result() == Primitive.VOID
                ? List.of(new Stmt.Evaluate(call), new Stmt.Return(null))
                : List.of(new Stmt.Return(call));
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
