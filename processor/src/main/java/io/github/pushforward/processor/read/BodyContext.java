package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Names;
import io.github.pushforward.processor.resolve.Overloads;

/** What reading one body needs to know of its surroundings: the class, the file, the names in sight. */
record BodyContext(
        ClassType enclosing,
        CompilationUnitTree file,
        Names names,
        Overloads overloads,
        IrTypes irTypes,
        Callees callees,
        PrivateTables tables,
        Scope scope,
        Locals locals,
        Deprecations deprecations) {

    Span span(Tree tree) {
        return Positions.spanOf(tree, file);
    }

    /** The type that a type tree spells, numeric types and arrays of them in the first place. */
    Type type(Tree tree) {
        Type type = anyType(tree);
        if (type == Primitive.VOID) {
            throw refuse(Code.UnsupportedType, "void is not the type of a value", "give it another type", tree);
        }
        return type;
    }

    private Type anyType(Tree tree) {
        return switch (tree.getKind()) {
            case PRIMITIVE_TYPE ->
                Primitive.valueOf(
                        ((PrimitiveTypeTree) tree).getPrimitiveTypeKind().name());
            case ARRAY_TYPE -> arrayOf(type(((ArrayTypeTree) tree).getType()), tree);
            case ANNOTATED_TYPE -> type(((AnnotatedTypeTree) tree).getUnderlyingType());
            case IDENTIFIER, MEMBER_SELECT ->
                names.type((ExpressionTree) tree)
                        .map(irTypes::of)
                        .orElseThrow(() -> unresolved("the type " + tree, tree));
            default ->
                throw refuse(
                        Code.UnsupportedType,
                        "the type " + tree + " is not supported in a @Differentiable method",
                        "use primitive types and arrays of them",
                        tree);
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
