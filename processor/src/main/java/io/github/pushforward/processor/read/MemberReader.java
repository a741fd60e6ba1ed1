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
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.resolve.Names;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Fields and calls: what names that are not local variables stand for. */
final class MemberReader {
    private final BodyContext context;
    private final ExpressionReader expressions;

    MemberReader(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Expr simpleField(IdentifierTree tree) {
        String name = tree.getName().toString();
        return context.names()
                .field(name)
                .map(field -> staticField(field, tree))
                .orElseThrow(() -> context.unresolved("the name " + name, tree));
    }

    /** {@code array.length} or {@code Type.FIELD}. */
    Expr select(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        ExpressionTree qualifier = tree.getExpression();
        Optional<TypeElement> type =
                isValue(qualifier) ? Optional.empty() : context.names().type(qualifier);
        if (type.isPresent()) {
            return context.names()
                    .field(type.get(), name)
                    .map(field -> staticField(field, tree))
                    .orElseThrow(() -> context.unresolved("the field " + tree, tree));
        }
        Expr value = expressions.read(qualifier);
        if (value.type().isArray() && name.equals("length")) {
            return new Expr.Length(value);
        }
        throw context.refuse(
                Code.UnsupportedExpression,
                "the field " + tree + " of an object is not supported in a @Differentiable method",
                "pass its value as a parameter",
                tree);
    }

    /** Whether the expression names a variable, which hides a type of the same name (JLS 6.4.2). */
    private boolean isValue(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier
                ? context.scope().find(identifier.getName().toString()).isPresent()
                        || context.scope().isRefused(identifier.getName().toString())
                        || context.names()
                                .field(identifier.getName().toString())
                                .isPresent()
                : !isTypeName(tree);
    }

    private static boolean isTypeName(ExpressionTree tree) {
        return tree instanceof IdentifierTree
                || (tree instanceof MemberSelectTree select && isTypeName(select.getExpression()));
    }

    private Expr staticField(VariableElement field, Tree tree) {
        Type type =
                context.irTypes().of(field.asType()).orElseThrow(() -> context.unresolved("the type of " + tree, tree));
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "the instance field " + field.getSimpleName() + " is not supported in a @Differentiable method",
                    "pass its value as a parameter",
                    tree);
        }
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        requireAccess(field, tree);
        boolean isPrivate = Names.isPrivate(field);
        if (isPrivate && field.getConstantValue() != null) {
            return new Expr.Literal(type, field.getConstantValue());
        }
        Optional<String> obstacle = isPrivate ? context.tables().obstacle(field, type) : Optional.empty();
        if (obstacle.isPresent()) {
            throw context.refuse(
                    Code.NotAccessible,
                    "the field " + field.getSimpleName() + " is private, so the generated sibling of "
                            + owner.getSimpleName() + " cannot read it, nor have a copy, because it "
                            + obstacle.get(),
                    "make it package-private, or pass its value as a parameter",
                    tree);
        }
        return new Expr.StaticField(
                context.irTypes().of(owner),
                field.getSimpleName().toString(),
                type,
                field.getConstantValue(),
                isPrivate);
    }

    Expr call(MethodInvocationTree tree) {
        if (tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("clone")
                && tree.getArguments().isEmpty()
                && isValue(select.getExpression())) {
            return copyOfArray(expressions.read(select.getExpression()), tree);
        }
        // Where the compiler itself points at: the name, not the parenthesis.
        Tree place = tree.getMethodSelect();
        List<Expr> arguments = new ArrayList<>();
        List<Type> argumentTypes = new ArrayList<>();
        List<ExecutableElement> candidates = candidates(tree);
        for (ExpressionTree argument : tree.getArguments()) {
            Expr read = expressions.read(argument);
            arguments.add(read);
            argumentTypes.add(read.type());
        }
        Overloads.Choice choice = context.overloads()
                .choose(candidates, argumentTypes)
                .orElseThrow(() -> context.unresolved("the method " + place + describe(argumentTypes), place));
        ExecutableElement method = choice.method();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "the call of the instance method " + method.getSimpleName()
                            + " is not supported in a @Differentiable method",
                    "make the method static",
                    place);
        }
        requireAccess(method, place);
        Callee callee = context.callees()
                .of(method, context.enclosing())
                .orElseThrow(() -> context.unresolved("the signature of " + method.getSimpleName(), place));
        List<Expr> passed = Arguments.passed(arguments, callee.parameterTypes(), choice.gathers());
        return new Expr.Call(callee.withResult(choice.result().orElse(callee.result())), passed, context.span(place));
    }

    /** {@code array.clone()}, as a call with one argument. */
    private Expr copyOfArray(Expr array, MethodInvocationTree tree) {
        if (!array.type().isArray()) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "clone of " + array.type() + " is not supported in a @Differentiable method",
                    "copy what it holds",
                    tree.getMethodSelect());
        }
        Callee clone = new Callee(
                ClassType.of("java.lang", "Object"),
                "clone",
                List.of(array.type()),
                array.type(),
                Callee.Kind.FOREIGN,
                List.of(false),
                false);
        return new Expr.Call(clone, List.of(array), context.span(tree.getMethodSelect()));
    }

    private void requireAccess(Element member, Tree tree) {
        context.deprecations().note(member);
        if (context.names().isForSubclassesOnly(member)) {
            throw context.refuse(
                    Code.NotAccessible,
                    member.getSimpleName() + " is protected in another package, so the generated sibling cannot use it",
                    "make it public, or write a method of this class that uses it",
                    tree);
        }
    }

    private static String describe(List<Type> argumentTypes) {
        return argumentTypes.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private List<ExecutableElement> candidates(MethodInvocationTree tree) {
        if (!tree.getTypeArguments().isEmpty()) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a generic call is not supported in a @Differentiable method",
                    "call a method without type parameters",
                    tree.getMethodSelect());
        }
        if (tree.getMethodSelect() instanceof IdentifierTree identifier) {
            return context.names().methods(identifier.getName().toString());
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            ExpressionTree qualifier = select.getExpression();
            Optional<TypeElement> type =
                    isValue(qualifier) ? Optional.empty() : context.names().type(qualifier);
            if (type.isPresent()) {
                return context.names()
                        .methods(type.get(), select.getIdentifier().toString());
            }
            if (!isValue(qualifier) && isTypeName(qualifier) && looksLikeType(qualifier)) {
                throw context.unresolved("the class " + qualifier, qualifier);
            }
        }
        throw context.refuse(
                Code.UnsupportedExpression,
                "the call " + tree.getMethodSelect()
                        + "(...) on an object is not supported in a @Differentiable method",
                "call a static method",
                tree.getMethodSelect());
    }

    /** Whether an unknown name is written as type names are: then it may be generated in a later round. */
    private static boolean looksLikeType(ExpressionTree tree) {
        String name = tree.toString();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Character.isUpperCase(last.charAt(0));
    }
}
