package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Wildcard;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Fields and calls: what names that are not local variables stand for. */
final class MemberReader {
    private static final ClassType CLASS =
            ClassType.of("java.lang", "Class").withArguments(List.of(new Wildcard(null, false)));

    private final BodyContext context;
    private final ExpressionReader expressions;
    private final FieldReader fields;
    private final Closures closures;
    private final ClosureCalls closureCalls;

    MemberReader(BodyContext context, ExpressionReader expressions, Closures closures) {
        this.context = context;
        this.expressions = expressions;
        this.fields = new FieldReader(context);
        this.closures = closures;
        this.closureCalls = new ClosureCalls(context, expressions, closures, this);
    }

    ClosureCalls closureCalls() {
        return closureCalls;
    }

    Expr simpleField(IdentifierTree tree) {
        String name = tree.getName().toString();
        Optional<ThisObject> object = Optional.ofNullable(context.situation().object())
                .flatMap(innermost -> innermost.withField(name, context));
        if (object.isPresent()) {
            return fieldOfFunction(object.get(), name, tree);
        }
        return context.names()
                .field(name)
                .map(field -> fields.simple(field, tree))
                .orElseThrow(() -> context.unresolved("the name " + name, tree));
    }

    private Expr fieldOfFunction(ThisObject object, String name, Tree tree) {
        return context.names()
                .field(object.seenAs(), name)
                .map(field -> fields.ofFunction(field, tree))
                .orElseThrow(() -> context.unresolved("the field " + Quotes.of(tree), tree));
    }

    /** {@code array.length}, {@code Type.FIELD}, {@code object.field}, {@code Type.class} or {@code Type.this}. */
    Expr select(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        ExpressionTree qualifier = tree.getExpression();
        if (name.equals("class")) {
            return new Expr.Literal(CLASS, context.type(qualifier));
        }
        if (name.equals("this")) {
            return enclosingObject(tree);
        }
        if (isSuper(qualifier)) {
            throw onlyFromInside(tree);
        }
        ThisObject object = context.situation().object();
        if (object != null && isThis(qualifier)) {
            return fieldOfFunction(object, name, tree);
        }
        if (isThis(qualifier)) {
            Optional<Local> variable = context.names().field(name).flatMap(fields::variableOf);
            if (variable.isPresent()) {
                return variable.get().read();
            }
        }
        Optional<TypeElement> type =
                isValue(qualifier) ? Optional.empty() : context.names().type(qualifier);
        if (type.isPresent()) {
            return context.names()
                    .field(type.get(), name)
                    .map(field -> fields.staticField(field, tree))
                    .orElseThrow(() -> context.unresolved("the field " + Quotes.of(tree), tree));
        }
        Expr value = expressions.read(qualifier);
        if (value.type().isArray() && name.equals("length")) {
            return new Expr.Length(value);
        }
        return context.members()
                .classOf(value.type())
                .flatMap(owner -> context.names().field(owner, name))
                .map(field -> fields.ofObject(value, field, tree))
                .orElseThrow(() -> context.unresolved("the field " + Quotes.of(tree), tree));
    }

    /** {@code Type.this}, which means {@code this} where it names the class itself. */
    private Expr enclosingObject(MemberSelectTree tree) {
        boolean isOwn = context.names()
                .type(tree.getExpression())
                .map(type -> context.irTypes().of(type).equals(context.enclosing()))
                .orElse(false);
        if (context.self() == null || !isOwn) {
            throw context.refuse(
                    Code.NotAccessible,
                    tree + " is the object around this inner class, which the generated sibling cannot reach",
                    "make the class static and pass it what it needs",
                    tree);
        }
        return context.self().read();
    }

    private static boolean isSuper(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier
                ? identifier.getName().contentEquals("super")
                : tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super");
    }

    private RuntimeException onlyFromInside(Tree tree) {
        return context.refuse(
                Code.NotAccessible,
                tree + " can be written in this class alone, not in the generated sibling",
                "write a method of this class that does it",
                tree);
    }

    /** Whether the expression names a variable, which hides a type of the same name (JLS 6.4.2). */
    private boolean isValue(ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return context.scope().function(name).isPresent()
                    || context.scope().find(name).isPresent()
                    || context.scope().isRefused(name)
                    || context.names().field(name).isPresent();
        }
        return !isTypeName(tree) || isField((MemberSelectTree) tree);
    }

    /** Whether a qualified name is that of a field: of a variable before it, or of a class. */
    private boolean isField(MemberSelectTree tree) {
        if (isValue(tree.getExpression())) {
            return true;
        }
        return context.names()
                .type(tree.getExpression())
                .flatMap(
                        type -> context.names().field(type, tree.getIdentifier().toString()))
                .isPresent();
    }

    private static boolean isTypeName(ExpressionTree tree) {
        return tree instanceof IdentifierTree
                || (tree instanceof MemberSelectTree select && isTypeName(select.getExpression()));
    }

    /** A function of known code as a value, where its type has a dual form. */
    Optional<Expr> function(Closure function, Tree place) {
        return closureCalls.value(function, place).map(lambda -> lambda);
    }

    Expr call(MethodInvocationTree tree) {
        if (!tree.getTypeArguments().isEmpty()) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a generic call is not supported in a @Differentiable method",
                    "call a method without type parameters",
                    tree.getMethodSelect());
        }
        // Where the compiler itself points at: the name, not the parenthesis.
        Tree place = tree.getMethodSelect();
        Target target = target(tree.getMethodSelect());
        if (closureCalls.concerns(target, tree)) {
            return closureCalls.call(target, tree);
        }
        List<Expr> arguments = expressions.readEach(tree.getArguments());
        List<Type> argumentTypes = arguments.stream().map(Expr::type).toList();
        if (target.receiver() != null && target.receiver().type().isArray()) {
            return callOnArray(target.receiver(), tree);
        }
        Overloads.Choice choice = context.overloads()
                .choose(target.candidates(), argumentTypes)
                .orElseThrow(() -> unresolved(place, argumentTypes));
        ExecutableElement method = choice.method();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return staticCall(choice, arguments, place);
        }
        return virtualCall(choice, target, arguments, place);
    }

    Expr virtualCall(Overloads.Choice choice, Target target, List<Expr> arguments, Tree place) {
        refuseGathered(choice, arguments, place);
        ExecutableElement method = choice.method();
        context.requireAccess(method, place);
        Expr receiver = target.receiver() == null ? context.receiverOf(method, place) : target.receiver();
        context.requireAccess(receiver.type(), place);
        Optional<VariableElement> component = context.accessors().componentOf(method);
        if (component.isPresent()) {
            return fields.ofObject(receiver, component.get(), place);
        }
        Callee callee = callee(choice, receiver.type(), target.invocation(), place);
        List<Type> parameterTypes =
                callee.parameterTypes().subList(1, callee.parameterTypes().size());
        List<Expr> passed = Arguments.passed(arguments, parameterTypes, choice.gathers());
        passed.add(0, receiver);
        return new Expr.Call(callee, passed, context.span(place));
    }

    /** An array of functions would lose what they capture. */
    private void refuseGathered(Overloads.Choice choice, List<Expr> arguments, Tree place) {
        int single = choice.method().getParameters().size() - 1;
        boolean hasFunction = choice.gathers()
                && arguments.stream().skip(single).anyMatch(argument -> argument.type() instanceof FunctionType);
        if (hasFunction) {
            throw ClosureCalls.gathered(context, place);
        }
    }

    /** A call on an object, of a method that is known to be there. */
    Expr callOn(Expr receiver, String name, List<Expr> arguments, Tree place) {
        List<Type> types = arguments.stream().map(Expr::type).toList();
        Overloads.Choice choice = context.members()
                .classOf(receiver.type())
                .flatMap(owner -> context.overloads().choose(context.names().methods(owner, name), types))
                .orElseThrow(() -> unresolved(place, types));
        Callee callee = callee(choice, receiver.type(), Callee.Invocation.VIRTUAL, place);
        List<Expr> passed = new ArrayList<>(arguments);
        passed.add(0, receiver);
        return new Expr.Call(callee, passed, context.span(place));
    }

    Expr staticCall(Overloads.Choice choice, List<Expr> arguments, Tree place) {
        refuseGathered(choice, arguments, place);
        ExecutableElement method = choice.method();
        Callee callee = callee(choice, null, Callee.Invocation.STATIC, place);
        List<Expr> passed = Arguments.passed(arguments, callee.parameterTypes(), choice.gathers());
        if (isAlongWithMethodOfAnotherClass(method, callee)) {
            Form form = Form.ofObject(
                    null, callee.parameterTypes(), passed, context.irTypes().thrown(method));
            callee = new VariantReader(context).helper(form, method, place);
        } else {
            context.requireAccess(method, place);
        }
        return new Expr.Call(callee, passed, context.span(place));
    }

    /** Whether the body at hand is made for another class, and the method is one of the class that declares the body. */
    private boolean isAlongWithMethodOfAnotherClass(ExecutableElement method, Callee callee) {
        boolean isOrdinary = callee.kind() == Callee.Kind.FOREIGN
                || callee.kind() == Callee.Kind.READING
                || callee.kind() == Callee.Kind.KEEPING;
        return isOrdinary
                && callee.owner().sameTopLevel(context.enclosing())
                && context.functionTypes().hasBody(method);
    }

    Refusal unresolved(Tree place, List<Type> argumentTypes) {
        return context.unresolved("the method " + Quotes.of(place) + describe(argumentTypes), place);
    }

    private Callee callee(Overloads.Choice choice, @Nullable Type receiver, Callee.Invocation invocation, Tree place) {
        ExecutableElement method = choice.method();
        Callee callee = context.callees()
                .of(method, context.situation().target(), receiver, invocation)
                .orElseThrow(() -> context.unresolved("the signature of " + method.getSimpleName(), place));
        if (!method.getTypeParameters().isEmpty()) {
            return callee.withResult(choice.result().orElse(callee.result()));
        }
        AbstractMethods abstractMethods =
                context.situation().variants().reader().abstractMethods();
        return receiver == null ? callee : abstractMethods.called(callee, method, receiver, context, place);
    }

    /**
     * What stands before the parenthesis.
     *
     * @param receiver the object; nothing where a class, or nothing at all, stands before the name
     * @param object the object, where it is a function of known code
     */
    record Target(
            List<ExecutableElement> candidates,
            @Nullable Expr receiver,
            Callee.Invocation invocation,
            @Nullable Closure object) {}

    private Target target(ExpressionTree select) {
        if (select instanceof IdentifierTree identifier) {
            String simpleName = identifier.getName().toString();
            Optional<ThisObject> object = Optional.ofNullable(
                            context.situation().object())
                    .flatMap(innermost -> innermost.withMethod(simpleName, context));
            if (object.isPresent()) {
                TypeElement type = object.get().seenAs();
                Closure function =
                        object.get().closure().seenAs(context.irTypes().of(type));
                return new Target(object.get().methods(simpleName, context), null, Callee.Invocation.VIRTUAL, function);
            }
            return virtual(context.names().methods(identifier.getName().toString()), null);
        }
        MemberSelectTree member = (MemberSelectTree) select;
        String name = member.getIdentifier().toString();
        ExpressionTree qualifier = member.getExpression();
        if (qualifier instanceof IdentifierTree identifier
                && identifier.getName().contentEquals("super")) {
            return superTarget(name, member);
        }
        if (isSuper(qualifier)) {
            throw onlyFromInside(member);
        }
        if (closures.isFunction(qualifier)) {
            return onFunction(closures.of(qualifier, null, name), name);
        }
        Optional<TypeElement> type =
                isValue(qualifier) ? Optional.empty() : context.names().type(qualifier);
        if (type.isPresent()) {
            return virtual(context.names().methods(type.get(), name), null);
        }
        if (!isValue(qualifier) && isTypeName(qualifier) && looksLikeType(qualifier)) {
            throw context.unresolved("the class " + qualifier, qualifier);
        }
        Expr receiver = expressions.read(qualifier);
        List<ExecutableElement> candidates = context.members()
                .classOf(receiver.type())
                .map(owner -> context.names().methods(owner, name))
                .orElse(List.of());
        return virtual(candidates, receiver);
    }

    private Target onFunction(Closure function, String name) {
        List<ExecutableElement> candidates = context.members()
                .classOf(function.seenAs())
                .map(owner -> context.names().methods(owner, name))
                .orElse(List.of());
        return new Target(candidates, null, Callee.Invocation.VIRTUAL, function);
    }

    /** What a method reference does: a call with the parameters of the function. */
    Expr reference(MemberReferenceTree tree, List<Local> parameters) {
        String name = tree.getName().toString();
        ExpressionTree qualifier = tree.getQualifierExpression();
        Optional<TypeElement> type = isValue(qualifier) || isThis(qualifier) || closures.isFunction(qualifier)
                ? Optional.empty()
                : context.names().type(qualifier);
        List<Expr> arguments = new ArrayList<>();
        parameters.forEach(parameter -> arguments.add(parameter.read()));
        List<Type> types = arguments.stream().map(Expr::type).toList();
        boolean isStatic = type.isPresent() && tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE;
        if (isStatic) {
            List<ExecutableElement> candidates = context.names().methods(type.get(), name).stream()
                    .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                    .toList();
            Optional<Overloads.Choice> choice = context.overloads().choose(candidates, types);
            return choice.isPresent()
                    ? staticCall(choice.get(), arguments, tree)
                    : ofFirst(type.get(), name, arguments, tree);
        }
        if (type.isPresent()) {
            return expressions.made(context.irTypes().of(type.get()), false, arguments, tree);
        }
        boolean isOfThis = isThis(qualifier)
                && context.self() != null
                && context.situation().object() == null;
        if (!isOfThis || tree.getMode() != MemberReferenceTree.ReferenceMode.INVOKE) {
            throw noReference(tree);
        }
        Expr self = context.self().read();
        Overloads.Choice choice = context.members()
                .classOf(self.type())
                .flatMap(owner -> context.overloads().choose(context.names().methods(owner, name), types))
                .filter(chosen -> !chosen.method().getModifiers().contains(Modifier.STATIC))
                .orElseThrow(() -> noReference(tree));
        context.requireAccess(choice.method(), tree);
        Callee callee = callee(choice, self.type(), Callee.Invocation.VIRTUAL, tree);
        List<Type> parameterTypes =
                callee.parameterTypes().subList(1, callee.parameterTypes().size());
        List<Expr> passed = Arguments.passed(arguments, parameterTypes, choice.gathers());
        passed.add(0, self);
        return new Expr.Call(callee, passed, context.span(tree));
    }

    /** {@code Type::method} of a method of objects: the first argument is the object. */
    private Expr ofFirst(TypeElement type, String name, List<Expr> arguments, MemberReferenceTree tree) {
        List<ExecutableElement> candidates = context.names().methods(type, name).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .toList();
        List<Expr> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        Overloads.Choice choice = context.overloads()
                .choose(candidates, rest.stream().map(Expr::type).toList())
                .filter(chosen -> !arguments.isEmpty())
                .orElseThrow(() -> noReference(tree));
        return virtualCall(choice, virtual(candidates, arguments.get(0)), rest, tree);
    }

    private Refusal noReference(MemberReferenceTree tree) {
        return context.refuse(
                Code.UnsupportedExpression,
                "the method reference " + Quotes.of(tree) + " is of an object that would have to be kept, "
                        + "and is not supported in a @Differentiable method",
                "write a lambda that calls the method",
                tree);
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("this");
    }

    static String simpleName(Tree select) {
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select.toString();
    }

    private static Target virtual(List<ExecutableElement> candidates, @Nullable Expr receiver) {
        return new Target(candidates, receiver, Callee.Invocation.VIRTUAL, null);
    }

    private Target superTarget(String name, MemberSelectTree tree) {
        ThisObject object = context.situation().object();
        if (object != null) {
            return superOf(object, name);
        }
        List<ExecutableElement> candidates = context.names()
                .superclass()
                .map(type -> context.names().methods(type, name))
                .orElse(List.of());
        if (context.self() == null) {
            throw context.unresolved("the method " + tree, tree);
        }
        return new Target(candidates, context.self().read(), Callee.Invocation.SUPER, null);
    }

    private Target superOf(ThisObject object, String name) {
        Optional<TypeElement> type =
                object.isBody() ? Optional.of(object.seenAs()) : context.names().superclass();
        List<ExecutableElement> candidates =
                type.map(owner -> context.names().methods(owner, name)).orElse(List.of());
        return new Target(candidates, null, Callee.Invocation.SUPER, object.closure());
    }

    /** {@code array.clone()}. */
    private Expr callOnArray(Expr array, MethodInvocationTree tree) {
        boolean isClone =
                ((MemberSelectTree) tree.getMethodSelect()).getIdentifier().contentEquals("clone")
                        && tree.getArguments().isEmpty();
        if (!isClone) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "the call of " + Quotes.of(tree.getMethodSelect())
                            + " on an array is not supported in a @Differentiable method",
                    "write a loop over the array",
                    tree.getMethodSelect());
        }
        Callee clone = new Callee(
                ClassType.of("java.lang", "Object"),
                "clone",
                List.of(array.type()),
                array.type(),
                Callee.Kind.FOREIGN,
                List.of(false),
                false,
                Callee.Invocation.VIRTUAL);
        return new Expr.Call(clone, List.of(array), context.span(tree.getMethodSelect()));
    }

    private static String describe(List<Type> argumentTypes) {
        return argumentTypes.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether an unknown name is written as type names are: then it may be generated in a later round. */
    private static boolean looksLikeType(ExpressionTree tree) {
        String name = tree.toString();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Character.isUpperCase(last.charAt(0));
    }
}
