package io.github.pushforward.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds whether a method assigns to anything but its own variables and the elements of arrays that it made itself: what it
 * is given may then outlive the call.
 */
final class FieldWrites extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> newArrays = new HashSet<>();
    private final Set<String> otherArrays = new HashSet<>();
    private final List<Tree> targets = new ArrayList<>();

    private FieldWrites() {}

    static boolean in(MethodTree method) {
        FieldWrites writes = new FieldWrites();
        writes.scan(method, null);
        return !writes.targets.stream().allMatch(writes::isOwn);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        String name = tree.getName().toString();
        variables.add(name);
        (tree.getInitializer() instanceof NewArrayTree ? newArrays : otherArrays).add(name);
        return super.visitVariable(tree, unused);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        targets.add(tree.getVariable());
        otherArrays.add(tree.getVariable().toString());
        return super.visitAssignment(tree, unused);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        targets.add(tree.getVariable());
        return super.visitCompoundAssignment(tree, unused);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                targets.add(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, unused);
    }

    /** Whether an expression is what its parent assigns to. */
    static boolean isTarget(Tree tree, Tree parent) {
        if (parent instanceof AssignmentTree assignment) {
            return assignment.getVariable() == tree;
        }
        if (parent instanceof CompoundAssignmentTree assignment) {
            return assignment.getVariable() == tree;
        }
        return switch (parent.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private boolean isOwn(Tree target) {
        if (target instanceof ParenthesizedTree inner) {
            return isOwn(inner.getExpression());
        }
        if (target instanceof ArrayAccessTree element) {
            String array = element.getExpression().toString();
            return newArrays.contains(array) && !otherArrays.contains(array);
        }
        return target instanceof IdentifierTree name
                && variables.contains(name.getName().toString());
    }
}
