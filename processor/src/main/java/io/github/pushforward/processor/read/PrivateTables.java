package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Says which private static fields a sibling class may have a copy of: final ones, of numbers or arrays of them, that are
 * computed from constants alone and whose elements nobody writes to.
 */
final class PrivateTables {
    private static final Set<String> PURE_LIBRARY = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Long",
            "java.lang.Integer");

    private final Trees trees;
    private final Elements elements;
    private final Map<VariableElement, Optional<String>> obstacles = new HashMap<>();

    PrivateTables(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    /** Why there can be no copy of the field; nothing where there can. */
    Optional<String> obstacle(VariableElement field, Type type) {
        Optional<String> known = obstacles.get(field);
        if (known == null) {
            known = findObstacle(field, type);
            obstacles.put(field, known);
        }
        return known;
    }

    private Optional<String> findObstacle(VariableElement field, Type type) {
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.of("is not final");
        }
        if (!(Boxes.unboxed(type.elementType()) instanceof Primitive) && !type.equals(NumericTypes.STRING)) {
            return Optional.of("is an object");
        }
        TreePath path = trees.getPath(field);
        if (path == null || !(path.getLeaf() instanceof VariableTree tree) || tree.getInitializer() == null) {
            return Optional.of("is not computed by an initializer");
        }
        if (type.isArray() && !isOnlyRead(field, type.rank(), path)) {
            return Optional.of("may be written to");
        }
        return Optional.empty();
    }

    private boolean isOnlyRead(VariableElement field, int rank, TreePath path) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        CompilationUnitTree file = path.getCompilationUnit();
        Names names = new Names(elements, owner, file);
        return new ReadOnly(trees, names)
                .isOnlyRead(field.getSimpleName().toString(), rank, trees.getPath(outermost(owner)));
    }

    private static TypeElement outermost(TypeElement type) {
        Element around = type.getEnclosingElement();
        return around instanceof TypeElement outer ? outermost(outer) : type;
    }

    /** Whether an initializer gives the same value wherever and whenever it is evaluated. */
    static boolean isSelfContained(Expr initializer) {
        return initializer.subtree().stream().allMatch(PrivateTables::isConstant);
    }

    private static boolean isConstant(Expr node) {
        if (node instanceof Expr.Call call) {
            Callee callee = call.callee();
            return (PURE_LIBRARY.contains(callee.owner().canonicalName()) || callee.kind() == Callee.Kind.MATH)
                    && !callee.parameterTypes().isEmpty();
        }
        if (node instanceof Expr.StaticField field) {
            return field.constant() != null || field.isPrivate();
        }
        return !(node instanceof Expr.Assign
                || node instanceof Expr.CompoundAssign
                || node instanceof Expr.Step
                || node instanceof Expr.NewObject);
    }
}
