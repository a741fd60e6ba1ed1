package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.resolve.Names;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Fields: what a sibling class can read of them, and how. */
final class FieldReader {
    private final BodyContext context;

    FieldReader(BodyContext context) {
        this.context = context;
    }

    /** A field by its simple name: static, or of the object that the method runs on. */
    Expr simple(VariableElement field, Tree tree) {
        Optional<Local> variable = variableOf(field);
        if (variable.isPresent()) {
            return variable.get().read();
        }
        return isStatic(field) ? staticField(field, tree) : ofObject(context.receiverOf(field, tree), field, tree);
    }

    /** The variable that stands for a field in a constructor. */
    Optional<Local> variableOf(VariableElement field) {
        FieldVariables variables = context.situation().fields();
        return variables == null ? Optional.empty() : variables.of(field);
    }

    /** A field of an object of an anonymous class, which is none but its code. */
    Expr ofFunction(VariableElement field, Tree tree) {
        if (isStatic(field)) {
            return staticField(field, tree);
        }
        Optional<Type> type = context.irTypes().of(field.asType());
        if (field.getConstantValue() != null && type.isPresent()) {
            return new Expr.Literal(type.get(), field.getConstantValue());
        }
        throw context.refuse(
                Code.UnsupportedExpression,
                "the field " + field.getSimpleName() + " of an object of an anonymous class is not supported in a "
                        + "@Differentiable method",
                "use a local variable of the method around the class",
                tree);
    }

    /** The field of a class, or of the value of an expression. */
    Expr ofObject(Expr object, VariableElement field, Tree tree) {
        if (isStatic(field)) {
            return staticField(field, tree);
        }
        context.requireAccess(field, tree);
        Type type = context.members()
                .typeOfField(object.type(), field)
                .orElseThrow(() -> context.unresolved("the type of " + Quotes.of(tree), tree));
        ClassType owner = context.irTypes().of((TypeElement) field.getEnclosingElement());
        String name = field.getSimpleName().toString();
        Shadow shadow = Aggregates.shadow(field, owner, type);
        if (!Names.isPrivate(field)) {
            return new Expr.Field(object, owner, name, type, null, shadow, context.span(tree));
        }
        if (field.getConstantValue() != null) {
            return new Expr.Literal(type, field.getConstantValue());
        }
        String accessor = context.accessors()
                .of(field, context.isSelf(object))
                .orElseThrow(() -> context.refuse(
                        Code.NotAccessible,
                        "the field " + name + " of " + owner + " is private, so a generated sibling cannot read it",
                        Aggregates.remedy(owner, context),
                        tree));
        return new Expr.Field(object, owner, name, type, accessor, shadow, context.span(tree));
    }

    private static boolean isStatic(VariableElement field) {
        return field.getModifiers().contains(Modifier.STATIC);
    }

    Expr staticField(VariableElement field, Tree tree) {
        Type type = context.irTypes()
                .of(field.asType())
                .orElseThrow(() -> context.unresolved("the type of " + Quotes.of(tree), tree));
        if (!isStatic(field)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "the instance field " + field.getSimpleName() + " has no object here",
                    "read it from an object",
                    tree);
        }
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        boolean isPrivate = Names.isPrivate(field);
        boolean isUnreachable =
                isPrivate || context.isOutOfSight(field) || context.names().isForSubclassesOnly(field);
        if (isUnreachable && field.getConstantValue() != null) {
            return new Expr.Literal(type, field.getConstantValue());
        }
        context.requireAccess(field, tree);
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
}
