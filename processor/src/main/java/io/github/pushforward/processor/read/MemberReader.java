package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Wildcard;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Fields and calls: what names that are not local variables stand for. */
final class MemberReader {
    private static final ClassType CLASS =
            ClassType.of("java.lang", "Class").withArguments(List.of(new Wildcard(null, false)));

    private final BodyContext context;
    private final ExpressionReader expressions;
    private final FieldReader fields;

    MemberReader(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
        this.fields = new FieldReader(context);
    }

    Expr simpleField(IdentifierTree tree) {
        String name = tree.getName().toString();
        return context.names()
                .field(name)
                .map(field -> fields.simple(field, tree))
                .orElseThrow(() -> context.unresolved("the name " + name, tree));
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
        Optional<TypeElement> type =
                isValue(qualifier) ? Optional.empty() : context.names().type(qualifier);
        if (type.isPresent()) {
            return context.names()
                    .field(type.get(), name)
                    .map(field -> fields.staticField(field, tree))
                    .orElseThrow(() -> context.unresolved("the field " + tree, tree));
        }
        Expr value = expressions.read(qualifier);
        if (value.type().isArray() && name.equals("length")) {
            return new Expr.Length(value);
        }
        return context.members()
                .classOf(value.type())
                .flatMap(owner -> context.names().field(owner, name))
                .map(field -> fields.ofObject(value, field, tree))
                .orElseThrow(() -> context.unresolved("the field " + tree, tree));
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
            return context.scope().find(name).isPresent()
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
        List<Expr> arguments = new ArrayList<>();
        List<Type> argumentTypes = new ArrayList<>();
        for (ExpressionTree argument : tree.getArguments()) {
            Expr read = expressions.read(argument);
            arguments.add(read);
            argumentTypes.add(read.type());
        }
        if (target.receiver() != null && target.receiver().type().isArray()) {
            return callOnArray(target.receiver(), tree);
        }
        Overloads.Choice choice = context.overloads()
                .choose(target.candidates(), argumentTypes)
                .orElseThrow(() -> context.unresolved("the method " + place + describe(argumentTypes), place));
        ExecutableElement method = choice.method();
        context.requireAccess(method, place);
        if (method.getModifiers().contains(Modifier.STATIC)) {
            Callee callee = callee(choice, null, Callee.Invocation.STATIC, place);
            List<Expr> passed = Arguments.passed(arguments, callee.parameterTypes(), choice.gathers());
            return new Expr.Call(callee, passed, context.span(place));
        }
        Expr receiver = target.receiver() == null ? context.receiverOf(method, place) : target.receiver();
        context.requireAccess(receiver.type(), place);
        Callee callee = callee(choice, receiver.type(), target.invocation(), place);
        List<Type> parameterTypes =
                callee.parameterTypes().subList(1, callee.parameterTypes().size());
        List<Expr> passed = Arguments.passed(arguments, parameterTypes, choice.gathers());
        passed.add(0, receiver);
        return new Expr.Call(callee, passed, context.span(place));
    }

    private Callee callee(Overloads.Choice choice, @Nullable Type receiver, Callee.Invocation invocation, Tree place) {
        ExecutableElement method = choice.method();
        Callee callee = context.callees()
                .of(method, context.enclosing(), receiver, invocation)
                .orElseThrow(() -> context.unresolved("the signature of " + method.getSimpleName(), place));
        boolean isGeneric = !method.getTypeParameters().isEmpty();
        return isGeneric ? callee.withResult(choice.result().orElse(callee.result())) : callee;
    }

    /**
     * What stands before the parenthesis.
     *
     * @param receiver the object; nothing where a class, or nothing at all, stands before the name
     */
    private record Target(
            List<ExecutableElement> candidates, @Nullable Expr receiver, Callee.Invocation invocation) {}

    private Target target(ExpressionTree select) {
        if (select instanceof IdentifierTree identifier) {
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

    private static Target virtual(List<ExecutableElement> candidates, @Nullable Expr receiver) {
        return new Target(candidates, receiver, Callee.Invocation.VIRTUAL);
    }

    private Target superTarget(String name, MemberSelectTree tree) {
        List<ExecutableElement> candidates = context.names()
                .superclass()
                .map(type -> context.names().methods(type, name))
                .orElse(List.of());
        if (context.self() == null) {
            throw context.unresolved("the method " + tree, tree);
        }
        return new Target(candidates, context.self().read(), Callee.Invocation.SUPER);
    }

    /** {@code array.clone()}. */
    private Expr callOnArray(Expr array, MethodInvocationTree tree) {
        boolean isClone =
                ((MemberSelectTree) tree.getMethodSelect()).getIdentifier().contentEquals("clone")
                        && tree.getArguments().isEmpty();
        if (!isClone) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "the call of " + tree.getMethodSelect()
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
