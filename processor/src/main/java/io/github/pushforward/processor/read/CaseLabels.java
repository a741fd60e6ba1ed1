package io.github.pushforward.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels and patterns of cases. The interface of Java 17, which we compile against, knows constants alone: what came later
 * is recognised by the name of its kind, and asked for by the name of its method.
 */
final class CaseLabels {
    private CaseLabels() {}

    /** The labels of a case: expressions, trees of pattern kinds, or {@link #isDefault default} ones. */
    static List<Tree> of(CaseTree branch) {
        List<Tree> labels = new ArrayList<>();
        for (Tree label : list(branch, CaseTree.class, "getLabels")) {
            labels.add(
                    switch (kind(label)) {
                        case "CONSTANT_CASE_LABEL" -> part(label, "ConstantCaseLabelTree", "getConstantExpression");
                        case "PATTERN_CASE_LABEL" -> part(label, "PatternCaseLabelTree", "getPattern");
                        default -> label;
                    });
        }
        return labels;
    }

    static boolean isDefault(Tree label) {
        return kind(label).equals("DEFAULT_CASE_LABEL");
    }

    static boolean isBinding(Tree label) {
        return kind(label).equals("BINDING_PATTERN");
    }

    /** {@code _} without a type. */
    static boolean isAnyPattern(Tree label) {
        return kind(label).equals("ANY_PATTERN");
    }

    static boolean isDeconstruction(Tree label) {
        return kind(label).equals("DECONSTRUCTION_PATTERN");
    }

    static boolean isNull(Tree label) {
        return label.getKind() == Tree.Kind.NULL_LITERAL;
    }

    /** The record that a deconstruction pattern names. */
    static Tree deconstructed(Tree pattern) {
        return part(pattern, "DeconstructionPatternTree", "getDeconstructor");
    }

    static List<Tree> components(Tree pattern) {
        return list(pattern, type("DeconstructionPatternTree"), "getNestedPatterns");
    }

    /** What follows {@code when}; nothing where there is no guard, or where the compiler knows none. */
    static @Nullable ExpressionTree guard(CaseTree branch) {
        try {
            return (ExpressionTree) CaseTree.class.getMethod("getGuard").invoke(branch);
        } catch (NoSuchMethodException unknown) {
            return null;
        } catch (IllegalAccessException | InvocationTargetException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static String kind(Tree tree) {
        return tree.getKind().name();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("com.sun.source.tree." + name, false, CaseTree.class.getClassLoader());
        } catch (ClassNotFoundException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static Tree part(Tree tree, String type, String method) {
        return (Tree) call(tree, type(type), method);
    }

    private static List<Tree> list(Tree tree, Class<?> type, String method) {
        List<Tree> parts = new ArrayList<>();
        for (Object part : (List<?>) call(tree, type, method)) {
            parts.add((Tree) part);
        }
        return parts;
    }

    private static Object call(Tree tree, Class<?> type, String method) {
        try {
            return type.getMethod(method).invoke(tree);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
