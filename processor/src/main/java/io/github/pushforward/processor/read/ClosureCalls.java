package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NullType;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Calls on functions of known code, and calls that such functions are handed to: calls of methods made for them. */
final class ClosureCalls {
    private final BodyContext context;
    private final ExpressionReader expressions;
    private final Closures closures;
    private final MemberReader members;
    private final VariantReader variants;

    ClosureCalls(BodyContext context, ExpressionReader expressions, Closures closures, MemberReader members) {
        this.context = context;
        this.expressions = expressions;
        this.closures = closures;
        this.members = members;
        this.variants = new VariantReader(context);
    }

    boolean concerns(MemberReader.Target target, MethodInvocationTree tree) {
        return target.object() != null || tree.getArguments().stream().anyMatch(closures::isFunction);
    }

    Expr call(MemberReader.Target target, MethodInvocationTree tree) {
        Tree place = tree.getMethodSelect();
        List<? extends ExpressionTree> arguments = tree.getArguments();
        List<@Nullable Expr> values = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (ExpressionTree argument : arguments) {
            Expr value = closures.isFunction(argument) ? null : expressions.read(argument);
            values.add(value);
            types.add(value == null ? typeOf(argument) : value.type());
        }
        List<ExecutableElement> candidates = target.candidates().stream()
                .filter(candidate -> mayTake(candidate, arguments))
                .toList();
        if (target.object() != null && seesBody(target)) {
            List<MethodTree> added = added(target, arguments.size(), place);
            if (!added.isEmpty()) {
                return ownMethod(target.object(), added.get(0), values, place);
            }
        }
        Overloads.Choice choice = context.overloads()
                .choose(candidates, types)
                .orElseThrow(() -> takingAnything(target, arguments)
                        .map(method -> notHere(method, arguments))
                        .orElseGet(() -> target.candidates().stream().anyMatch(ExecutableElement::isVarArgs)
                                ? gathered(context, place)
                                : members.unresolved(place, types)));
        ExecutableElement method = choice.method();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (target.object() != null && !isStatic) {
            return onObject(target.object(), choice, target.invocation(), arguments, values, place);
        }
        if (!values.contains(null)) {
            return members.staticCall(choice, values, place);
        }
        return passing(choice, target, arguments, values, place);
    }

    /** A method that takes functions as it takes any object: from those, nothing is known of the type of a lambda. */
    private Optional<ExecutableElement> takingAnything(
            MemberReader.Target target, List<? extends ExpressionTree> arguments) {
        int first = IntStream.range(0, arguments.size())
                .filter(i -> closures.isFunction(arguments.get(i)))
                .findFirst()
                .orElse(0);
        return target.candidates().stream()
                .filter(method -> method.isVarArgs() || method.getParameters().size() == arguments.size())
                .filter(method -> !method.getParameters().isEmpty())
                .filter(method -> AnyObject.isTaken(method.getParameters()
                        .get(Math.min(first, method.getParameters().size() - 1))
                        .asType()))
                .findFirst();
    }

    /** The call of the one method of the interface that a function is seen as. */
    Expr applied(Closure function, List<Expr> arguments, Tree place) {
        ExecutableElement method = context.members()
                .classOf(function.seenAs())
                .flatMap(context.functionTypes()::method)
                .orElseThrow();
        List<Type> types = arguments.stream().map(Expr::type).toList();
        Form form = Form.ofObject(function, types, arguments, List.of());
        return called(implementation(form, method, place), form.arguments(null), place);
    }

    /**
     * The call of the one method of an interface on an object that has it.
     *
     * @param type the interface, or one that extends it
     */
    Expr applied(Expr function, Type type, List<Expr> arguments, Tree place) {
        ExecutableElement method = context.members()
                .classOf(type)
                .flatMap(context.functionTypes()::method)
                .orElseThrow();
        return members.callOn(function, method.getSimpleName().toString(), arguments, place);
    }

    /** A function as a value of a type with a dual form; nothing where the type has none. */
    Optional<Expr.Lambda> value(Closure function, Tree place) {
        Type type = context.irTypes().ofValues(function.seenAs());
        Optional<ExecutableElement> method = context.members().classOf(type).flatMap(context.functionTypes()::method);
        if (!(type instanceof FunctionType valueType) || method.isEmpty() || overridesMore(function, method.get())) {
            return Optional.empty();
        }
        List<Local> parameters = new ArrayList<>();
        for (int i = 0; i < valueType.form().names().size(); i++) {
            String name = function.code().tree() instanceof LambdaExpressionTree lambda
                    ? lambda.getParameters().get(i).getName().toString()
                    : valueType.form().names().get(i);
            parameters.add(context.locals()
                    .ofLambda(
                            name.isEmpty() ? "unnamed" : name,
                            valueType.form().parameterTypes().get(i)));
        }
        List<Expr> reads =
                parameters.stream().map(parameter -> (Expr) parameter.read()).toList();
        Form form = Form.ofObject(
                function,
                valueType.form().parameterTypes(),
                reads,
                valueType.form().thrown());
        Callee code = implementation(form, method.get(), place);
        return Optional.of(
                new Expr.Lambda(valueType, parameters, code, form.arguments(null), false, context.span(place)));
    }

    /** Whether an anonymous class has a method in place of one that the interface has a body for. */
    private boolean overridesMore(Closure function, ExecutableElement method) {
        return function.code().tree() instanceof NewClassTree
                && context.functionTypes().defaults(method).stream()
                        .anyMatch(other -> AnonymousBody.of(function)
                                .overriding(other, function.code())
                                .isPresent());
    }

    /** What overload resolution knows of a function as an argument: nothing, where it takes its type from the parameter. */
    private Type typeOf(ExpressionTree argument) {
        return Closures.needsTarget(argument)
                ? NullType.NULL
                : closures.of(argument, null, "function").seenAs();
    }

    private boolean mayTake(ExecutableElement method, List<? extends ExpressionTree> arguments) {
        if (arguments.stream().noneMatch(Closures::needsTarget)) {
            return true;
        }
        if (method.getParameters().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (Closures.needsTarget(arguments.get(i))) {
                Tree function = arguments.get(i);
                Optional<TypeElement> parameter = context.irTypes()
                        .of(method.getParameters().get(i).asType())
                        .flatMap(type -> context.members().classOf(type));
                if (parameter.isEmpty() || !closures.mayBe(function, parameter.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a call may mean a method that an anonymous class adds: a body of another class knows nothing of those. */
    private boolean seesBody(MemberReader.Target target) {
        ThisObject object = context.situation().object();
        boolean isInheritedBody = object != null
                && !object.isBody()
                && object.closure().code() == target.object().code();
        return !isInheritedBody && target.invocation() != Callee.Invocation.SUPER;
    }

    /** The method that the anonymous class adds to those of its supertype, if a call can mean no other. */
    private List<MethodTree> added(MemberReader.Target target, int arity, Tree place) {
        Closure object = target.object();
        String name = MemberReader.simpleName(place);
        List<MethodTree> added = AnonymousBody.of(object).added(name, arity, target.candidates(), object.code());
        boolean isOverloaded = added.size() > 1
                || target.candidates().stream()
                        .anyMatch(method ->
                                method.isVarArgs() || method.getParameters().size() == arity);
        if (!added.isEmpty() && isOverloaded) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "methods of an anonymous class that have one name, " + name
                            + ", and one number of parameters are not supported in a @Differentiable method",
                    "give them different names",
                    place);
        }
        return added;
    }

    private Expr ownMethod(Closure object, MethodTree method, List<@Nullable Expr> values, Tree place) {
        if (values.contains(null)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a function is handed to a method that an anonymous class adds to those of its supertype",
                    "write a method of the class around it",
                    place);
        }
        List<Type> types = AnonymousBody.parameterTypes(method, object.code());
        Form form = Form.ofObject(
                object,
                types,
                Arguments.passed(values, types, false),
                method.getThrows().stream()
                        .map(thrown -> object.code().home().type(thrown))
                        .toList());
        return called(variants.own(form, method, place), form.arguments(null), place);
    }

    private Expr onObject(
            Closure object,
            Overloads.Choice choice,
            Callee.Invocation invocation,
            List<? extends ExpressionTree> arguments,
            List<@Nullable Expr> values,
            Tree place) {
        ExecutableElement method = choice.method();
        Form form = form(object, null, choice, arguments, values, place);
        Optional<Expr> composed = composed(object, method, arguments, values, place);
        if (composed.isPresent()) {
            return composed.get();
        }
        // What the anonymous class does not inherit it does not override.
        boolean isFixed = invocation == Callee.Invocation.SUPER
                || !ThisObject.isInherited(method, object.code().home());
        return called(
                isFixed ? variants.inherited(form, method, place) : implementation(form, method, place),
                form.arguments(null),
                place);
    }

    /** A call of a library method that the dual form has as well: {@code andThen}. */
    private Optional<Expr> composed(
            Closure object,
            ExecutableElement method,
            List<? extends ExpressionTree> arguments,
            List<@Nullable Expr> values,
            Tree place) {
        if (!(context.irTypes().ofValues(object.seenAs()) instanceof FunctionType type)
                || method.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.empty();
        }
        Optional<Callee> callee = FunctionCallees.of(type, method);
        if (callee.isEmpty()) {
            return Optional.empty();
        }
        List<Expr> passed = new ArrayList<>();
        value(object, place).ifPresent(passed::add);
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            if (value == null) {
                value(closures.of(arguments.get(i), type, "function"), arguments.get(i))
                        .ifPresent(passed::add);
            } else {
                passed.add(value);
            }
        }
        return passed.size() == callee.get().parameterTypes().size()
                ? Optional.of(new Expr.Call(callee.get(), passed, context.span(place)))
                : Optional.empty();
    }

    private Callee implementation(Form form, ExecutableElement method, Tree place) {
        Closure.Code code = form.object().code();
        boolean isOpen = method.getModifiers().contains(Modifier.ABSTRACT);
        if (isOpen && code.tree() instanceof LambdaExpressionTree lambda) {
            return variants.lambda(form, lambda, method, place);
        }
        if (isOpen && code.tree() instanceof MemberReferenceTree reference) {
            return variants.reference(form, reference, method, place);
        }
        Optional<MethodTree> own = AnonymousBody.of(form.object()).overriding(method, code);
        return own.isPresent()
                ? variants.own(form, own.get(), place)
                : variants.inherited(form, mostSpecific(method, code), place);
    }

    /** The method that a class between the anonymous one and the one seen here may have in its place. */
    private ExecutableElement mostSpecific(ExecutableElement method, Closure.Code code) {
        TypeElement type = context.members().classOf(code.supertype()).orElseThrow();
        return context.names().methods(type, method.getSimpleName().toString()).stream()
                .filter(other -> context.functionTypes().elements().overrides(other, method, type))
                .findFirst()
                .orElse(method);
    }

    private Expr passing(
            Overloads.Choice choice,
            MemberReader.Target target,
            List<? extends ExpressionTree> arguments,
            List<@Nullable Expr> values,
            Tree place) {
        ExecutableElement method = choice.method();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        boolean isHere =
                context.irTypes().of((TypeElement) method.getEnclosingElement()).sameTopLevel(context.enclosing());
        if (!isHere || !context.functionTypes().hasBody(method)) {
            return elsewhere(choice, target, arguments, values, place);
        }
        if (isStatic) {
            Form form = form(null, null, choice, arguments, values, place);
            return called(variants.helper(form, method, place), form.arguments(null), place);
        }
        Expr self = target.receiver() == null ? context.receiverOf(method, place) : target.receiver();
        if (!context.isSelf(self) || context.functionTypes().isOverridden(method)) {
            // Which method runs is found at run time: it takes functions as they are.
            return elsewhere(choice, target, arguments, values, place);
        }
        Form form = form(null, self.type(), choice, arguments, values, place);
        return called(variants.helper(form, method, place), form.arguments(self), place);
    }

    /** A method of another class takes functions in their dual form, if it is differentiated. */
    private Expr elsewhere(
            Overloads.Choice choice,
            MemberReader.Target target,
            List<? extends ExpressionTree> arguments,
            List<@Nullable Expr> values,
            Tree place) {
        ExecutableElement method = choice.method();
        boolean isHere =
                context.irTypes().of((TypeElement) method.getEnclosingElement()).sameTopLevel(context.enclosing());
        boolean isDifferentiated = Callees.isAnnotated(method)
                || (isHere && context.functionTypes().hasBody(method))
                || isOfFunction(method, target)
                || context.situation().variants().reader().abstractMethods().areImplemented(method, context);
        if (choice.gathers()) {
            throw isDifferentiated ? gathered(context, place) : notHere(method, arguments);
        }
        if (!isDifferentiated) {
            throw notHere(method, arguments);
        }
        List<Type> types = context.members()
                .parametersOf(method)
                .orElseThrow(() -> context.unresolved("the signature of " + method.getSimpleName(), place));
        boolean isOverloaded = target.candidates().stream()
                        .filter(other -> other.getParameters().size() == values.size())
                        .count()
                > 1;
        List<Expr> passed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ExpressionTree argument = arguments.get(i);
            String name = method.getParameters().get(i).getSimpleName().toString();
            passed.add(
                    values.get(i) != null
                            ? values.get(i)
                            : value(closures.of(argument, types.get(i), name), argument)
                                    .map(lambda -> isOverloaded ? lambda.typed() : lambda)
                                    .orElseThrow(() -> notHere(method, arguments, true)));
        }
        return method.getModifiers().contains(Modifier.STATIC)
                ? members.staticCall(choice, passed, place)
                : members.virtualCall(choice, target, passed, place);
    }

    private static boolean isOfFunction(ExecutableElement method, MemberReader.Target target) {
        return target.receiver() != null
                && target.receiver().type() instanceof FunctionType type
                && FunctionCallees.of(type, method).isPresent();
    }

    private Refusal notHere(ExecutableElement method, List<? extends ExpressionTree> arguments) {
        return notHere(method, arguments, false);
    }

    private Refusal notHere(ExecutableElement method, List<? extends ExpressionTree> arguments, boolean hasTangent) {
        Tree function =
                arguments.stream().filter(closures::isFunction).findFirst().orElseThrow();
        return new LostFunctions(context).handedTo(method, function, hasTangent);
    }

    private Form form(
            @Nullable Closure object,
            @Nullable Type self,
            Overloads.Choice choice,
            List<? extends ExpressionTree> arguments,
            List<@Nullable Expr> values,
            Tree place) {
        ExecutableElement method = choice.method();
        if (choice.gathers() && values.contains(null)) {
            throw gathered(context, place);
        }
        List<Type> types = (object == null
                        ? context.members().parametersOf(method)
                        : context.members().parametersOf(object.code().supertype(), method))
                .orElseThrow(() -> context.unresolved("the signature of " + method.getSimpleName(), place));
        List<Optional<Closure>> functions = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            boolean isFunction = !choice.gathers() && values.get(i) == null;
            String name = method.getParameters().get(i).getSimpleName().toString();
            functions.add(
                    isFunction ? Optional.of(closures.of(arguments.get(i), types.get(i), name)) : Optional.empty());
        }
        List<@Nullable Expr> passed = Arguments.passed(values, types, choice.gathers());
        return new Form(
                object, self, types, functions, passed, context.irTypes().thrown(method));
    }

    static Refusal gathered(BodyContext context, Tree place) {
        return context.refuse(
                Code.UnsupportedExpression,
                "functions as arguments of variable arity are not supported in a @Differentiable method",
                "hand each to a parameter of its own",
                place);
    }

    private Expr called(Callee callee, List<Expr> arguments, Tree place) {
        return new Expr.Call(callee, arguments, context.span(place));
    }
}
