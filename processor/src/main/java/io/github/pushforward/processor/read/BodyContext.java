package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Wildcard;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What reading one body needs to know of its surroundings: the class, the file, the names in sight.
 *
 * @param self the object that an instance method runs on; nothing in a static method
 * @param situation for whom it is read
 */
record BodyContext(
        ClassType enclosing,
        CompilationUnitTree file,
        Names names,
        Overloads overloads,
        IrTypes irTypes,
        Callees callees,
        PrivateTables tables,
        Members members,
        Accessors accessors,
        @Nullable Local self,
        Scope scope,
        Locals locals,
        Deprecations deprecations,
        FunctionTypes functionTypes,
        Situation situation) {

    /** The same with the variables that are in sight now. */
    BodyContext snapshot() {
        return new BodyContext(
                enclosing,
                file,
                names,
                overloads,
                irTypes,
                callees,
                tables,
                members,
                accessors,
                self,
                scope.snapshot(),
                locals,
                deprecations,
                functionTypes,
                situation);
    }

    /** The same place in the source, read into another method. */
    BodyContext inside(
            Callees newCallees,
            @Nullable Local newSelf,
            Scope newScope,
            Locals newLocals,
            Deprecations newDeprecations,
            Situation newSituation) {
        return new BodyContext(
                enclosing,
                file,
                names,
                overloads,
                irTypes,
                newCallees,
                tables,
                members,
                accessors,
                newSelf,
                newScope,
                newLocals,
                newDeprecations,
                functionTypes,
                newSituation);
    }

    Span span(Tree tree) {
        return Positions.spanOf(tree, file);
    }

    /** The object whose member a simple name means. */
    Expr receiverOf(Element member, Tree tree) {
        if (situation.fields() != null) {
            throw wholeObject(tree);
        }
        if (self == null) {
            throw refuse(
                    Code.UnsupportedExpression,
                    "the instance " + (member.getKind().isField() ? "field " : "method ") + member.getSimpleName()
                            + " has no object here, because this method is static",
                    "name the object before it",
                    tree);
        }
        if (!names.isInherited(member)) {
            throw refuse(
                    Code.NotAccessible,
                    member.getSimpleName() + " belongs to the object around this inner class, "
                            + "which the generated sibling cannot reach",
                    "make the class static and pass it what it needs",
                    tree);
        }
        return self.read();
    }

    /** A constructor that is differentiated has its fields in variables, and no object yet. */
    Refusal wholeObject(Tree tree) {
        return refuse(
                Code.UnsupportedExpression,
                "the constructor of " + enclosing + " uses the object itself in " + Quotes.of(tree)
                        + " before it is complete, which is not supported in a @Differentiable method",
                "compute the values of the fields in static methods or local variables",
                tree);
    }

    boolean isSelf(Expr object) {
        return self != null && object.equals(self.read());
    }

    /** A sibling class must be able to use a member, and its warnings concern the sibling too. */
    void requireAccess(Element member, Tree tree) {
        deprecations.note(member);
        if (isOutOfSight(member)) {
            throw refuse(
                    Code.NotAccessible,
                    member.getSimpleName() + " is not public, and the method that uses it is differentiated along in a "
                            + "class of another package",
                    "make it public",
                    tree);
        }
        if (names.isForSubclassesOnly(member)) {
            throw refuse(
                    Code.NotAccessible,
                    member.getSimpleName() + " is protected in another package, so the generated sibling cannot use it",
                    "make it public, or write a method of this class that uses it",
                    tree);
        }
    }

    /** Whether the class that the body ends up in cannot see a member that the class of the body does. */
    boolean isOutOfSight(Element member) {
        return !enclosing.packageName().equals(situation.target().packageName())
                && !Names.isPrivate(member)
                && !Names.isPublic(member);
    }

    /** The type that a type tree spells, numeric types and arrays of them in the first place. */
    Type type(Tree tree) {
        Type type = anyType(tree);
        if (type == Primitive.VOID) {
            throw refuse(Code.UnsupportedType, "void is not the type of a value", "give it another type", tree);
        }
        return irTypes.ofValues(type);
    }

    private Type anyType(Tree tree) {
        return switch (tree.getKind()) {
            case PRIMITIVE_TYPE ->
                Primitive.valueOf(
                        ((PrimitiveTypeTree) tree).getPrimitiveTypeKind().name());
            case ARRAY_TYPE -> arrayOf(type(((ArrayTypeTree) tree).getType()), tree);
            case ANNOTATED_TYPE -> type(((AnnotatedTypeTree) tree).getUnderlyingType());
            case PARAMETERIZED_TYPE -> parameterized((ParameterizedTypeTree) tree);
            case IDENTIFIER, MEMBER_SELECT -> accessible(named((ExpressionTree) tree), tree);
            default ->
                throw refuse(
                        Code.UnsupportedType,
                        "the type " + Quotes.of(tree) + " is not supported in a @Differentiable method",
                        "use primitive types and arrays of them",
                        tree);
        };
    }

    /** The type of a known function, which generated code does not name: a private one will do. */
    Type functionType(Tree tree) {
        return switch (tree.getKind()) {
            case ANNOTATED_TYPE -> functionType(((AnnotatedTypeTree) tree).getUnderlyingType());
            case PARAMETERIZED_TYPE -> {
                ParameterizedTypeTree generic = (ParameterizedTypeTree) tree;
                yield ((ClassType) functionType(generic.getType()))
                        .withArguments(generic.getTypeArguments().stream()
                                .map(this::argument)
                                .toList());
            }
            case IDENTIFIER, MEMBER_SELECT -> irTypes.of(named((ExpressionTree) tree));
            default -> type(tree);
        };
    }

    private Type arrayOf(Type component, Tree tree) {
        requireCarrier(component, tree);
        return new ArrayType(component);
    }

    /** An array of boxes has no shadow: what would be stored in it would lose its derivative. */
    void requireCarrier(Type component, Tree tree) {
        if (Boxes.unboxed(component).isFloating() && Boxes.isBox(component)) {
            throw refuse(
                    Code.UnsupportedType,
                    "an array of " + component + " cannot carry tangents",
                    "write " + Boxes.unboxed(component) + "[]",
                    tree);
        }
    }

    private TypeElement named(ExpressionTree tree) {
        if (tree instanceof IdentifierTree local
                && scope.isRefused(local.getName().toString())) {
            throw Refusal.ofConsequence(local.getName().toString());
        }
        return names.type(tree).orElseThrow(() -> unresolved("the type " + tree, tree));
    }

    /** A class that generated code names. */
    private Type accessible(TypeElement type, Tree tree) {
        if (Names.isPrivate(type)) {
            throw refuse(
                    Code.NotAccessible,
                    "the class " + type.getSimpleName() + " is private, so the generated sibling cannot name it",
                    "make it package-private",
                    tree);
        }
        requireAccess(type, tree);
        return irTypes.of(type);
    }

    /** What an expression is of, where members of it are used: the sibling must be able to name that as well. */
    void requireAccess(Type receiver, Tree tree) {
        members.classOf(receiver).ifPresent(type -> accessible(type, tree));
    }

    /** An object must be one that another class can make. */
    Optional<Overloads.Choice> requireConstructor(ClassType type, List<Type> argumentTypes, Tree tree) {
        TypeElement element = members.classOf(type).orElseThrow(() -> unresolved("the type " + type, tree));
        boolean isInner = element.getNestingKind() == NestingKind.MEMBER
                && !element.getModifiers().contains(Modifier.STATIC);
        if (isInner) {
            throw refuse(
                    Code.NotAccessible,
                    "the new object of the inner class " + element.getSimpleName()
                            + " has an object around it, which the generated sibling cannot give",
                    "make the class static, or write a method of this class that makes the object",
                    tree);
        }
        Optional<Overloads.Choice> constructor =
                overloads.choose(ElementFilter.constructorsIn(element.getEnclosedElements()), argumentTypes);
        if (constructor.filter(choice -> Names.isPrivate(choice.method())).isPresent()) {
            throw refuse(
                    Code.NotAccessible,
                    "the constructor of " + element.getSimpleName()
                            + " is private, so the generated sibling cannot call it",
                    "make it package-private",
                    tree);
        }
        return constructor;
    }

    private Type parameterized(ParameterizedTypeTree tree) {
        ClassType generic = (ClassType) type(tree.getType());
        return generic.withArguments(
                tree.getTypeArguments().stream().map(this::argument).toList());
    }

    private Type argument(Tree tree) {
        return switch (tree.getKind()) {
            case UNBOUNDED_WILDCARD -> new Wildcard(null, false);
            case EXTENDS_WILDCARD -> new Wildcard(type(((WildcardTree) tree).getBound()), false);
            case SUPER_WILDCARD -> new Wildcard(type(((WildcardTree) tree).getBound()), true);
            default -> type(tree);
        };
    }

    Refusal refuse(Code code, String what, String advice, Tree tree) {
        return new Refusal(code, what, advice, span(tree));
    }

    Refusal unresolved(String what, Tree tree) {
        return refuse(
                Code.UnresolvedName,
                what + " cannot be resolved",
                "check the spelling and the imports; if another processor generates it, that processor must run in this compilation",
                tree);
    }
}
