package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.resolve.ActiveTypes;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the methods by which a sibling class reads private fields: those that do nothing but return them. */
final class Accessors {
    private final Trees trees;
    private final Types types;
    private final Subclasses subclasses;
    private final ActiveTypes activeTypes;

    Accessors(Trees trees, Types types, Subclasses subclasses, ActiveTypes activeTypes) {
        this.activeTypes = activeTypes;
        this.trees = trees;
        this.types = types;
        this.subclasses = subclasses;
    }

    /**
     * The name of a method that returns the value of the field.
     *
     * @param isKnown whether generated code has made sure that the class of the object is one of this compilation
     */
    Optional<String> of(VariableElement field, boolean isKnown) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty() && !Names.isPrivate(method))
                .filter(method -> types.isSameType(method.getReturnType(), field.asType()))
                .filter(method -> returns(method, field) && !mayBeOverridden(method, isKnown))
                .map(method -> method.getSimpleName().toString())
                .findFirst();
    }

    /** The field of an active class that a method, which no other can stand in for, does nothing but return. */
    Optional<VariableElement> componentOf(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isPlain = method.getParameters().isEmpty()
                && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.SYNCHRONIZED)
                && !Members.isOverridable(method)
                && !Callees.isAnnotated(method);
        return isPlain && activeTypes.contains(owner)
                ? ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .filter(field -> types.isSameType(method.getReturnType(), field.asType()))
                        .filter(field -> returns(method, field))
                        .findFirst()
                : Optional.empty();
    }

    private boolean mayBeOverridden(ExecutableElement method, boolean isKnown) {
        return isKnown ? !subclasses.overriders(method).isEmpty() : Members.isOverridable(method);
    }

    private boolean returns(ExecutableElement method, VariableElement field) {
        MethodTree tree = trees.getTree(method);
        if (tree == null) {
            // The compiler writes the accessors of a record itself.
            return method.getEnclosingElement().getKind() == ElementKind.RECORD
                    && method.getSimpleName().equals(field.getSimpleName());
        }
        List<? extends StatementTree> statements = MethodStatements.of(tree);
        return statements.size() == 1
                && statements.get(0) instanceof ReturnTree statement
                && statement.getExpression() != null
                && isField(statement.getExpression(), field);
    }

    private static boolean isField(ExpressionTree tree, VariableElement field) {
        if (tree instanceof MemberSelectTree select) {
            boolean isThis = select.getExpression() instanceof IdentifierTree object
                    && object.getName().contentEquals("this");
            return isThis && select.getIdentifier().equals(field.getSimpleName());
        }
        return tree instanceof IdentifierTree identifier && identifier.getName().equals(field.getSimpleName());
    }
}
