package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The interfaces and classes that functions implement. */
final class FunctionTypes {
    private final Trees trees;
    private final Elements elements;
    private final Subclasses subclasses;

    FunctionTypes(Trees trees, Elements elements, Subclasses subclasses) {
        this.trees = trees;
        this.elements = elements;
        this.subclasses = subclasses;
    }

    Elements elements() {
        return elements;
    }

    /** The one method of a functional interface (JLS 9.8). */
    Optional<ExecutableElement> method(TypeElement type) {
        if (!type.getKind().isInterface()) {
            return Optional.empty();
        }
        List<ExecutableElement> open = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isOfObject(method, type))
                .toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    private boolean isOfObject(ExecutableElement method, TypeElement type) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(other -> elements.overrides(method, other, type));
    }

    /** The methods of its interface that have a body and may be overridden. */
    List<ExecutableElement> defaults(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(ExecutableElement::isDefault)
                .toList();
    }

    /** Whether the source of a method, with a body, is in this compilation. */
    boolean hasBody(ExecutableElement method) {
        MethodTree tree = trees.getTree(method);
        return tree != null && tree.getBody() != null;
    }

    boolean isOverridden(ExecutableElement method) {
        return !subclasses.overriders(method).isEmpty();
    }

    /** Whether nothing happens when an object of the class is made, as far as its source shows. */
    boolean isMadeInSilence(TypeElement type) {
        if (type.getKind().isInterface() || type.getQualifiedName().contentEquals("java.lang.Object")) {
            return true;
        }
        ClassTree tree = trees.getTree(type);
        return tree != null
                && tree.getMembers().stream().allMatch(FunctionTypes::isSilent)
                && superclass(type.getSuperclass()).map(this::isMadeInSilence).orElse(true);
    }

    private static Optional<TypeElement> superclass(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private static boolean isSilent(Tree member) {
        if (member instanceof VariableTree field) {
            return isStatic(field) || field.getInitializer() == null || field.getInitializer() instanceof LiteralTree;
        }
        if (member instanceof BlockTree block) {
            return block.isStatic();
        }
        boolean isConstructor =
                member instanceof MethodTree method && method.getName().contentEquals("<init>");
        return !isConstructor
                || !((MethodTree) member).getParameters().isEmpty()
                || MethodStatements.of((MethodTree) member).stream().allMatch(FunctionTypes::isEmptySuper);
    }

    private static boolean isStatic(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isEmptySuper(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("super")
                && call.getArguments().isEmpty();
    }
}
