package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a constructor that does nothing to its parameters but check them, and to keep them in fields, puts into which field.
 * Found by names: what is not plain for sure is not plain.
 */
final class PlainConstructors {
    private PlainConstructors() {}

    /**
     * The parameter that each field is assigned, by names; nothing where a field, a parameter or what it refers to may be
     * written in another way.
     *
     * @param isRecord whether no method can assign to the fields
     * @param hasReferences whether a method that gets a parameter may write to what it refers to
     */
    static Optional<Map<String, String>> assignments(MethodTree constructor, boolean isRecord, boolean hasReferences) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        Map<String, String> assigned = new HashMap<>();
        List<AssignmentTree> plain = new ArrayList<>();
        Set<String> variables = DeclaredNames.in(constructor);
        for (StatementTree statement : MethodStatements.of(constructor)) {
            if (statement instanceof ExpressionStatementTree expression
                    && expression.getExpression() instanceof AssignmentTree assignment
                    && assignment.getExpression() instanceof IdentifierTree value
                    && parameters.contains(value.getName().toString())) {
                Optional<String> field = AssignedField.of(assignment.getVariable(), variables);
                if (field.isPresent()
                        && assigned.put(field.get(), value.getName().toString()) == null) {
                    plain.add(assignment);
                }
            }
        }
        return hasOtherWrites(constructor, plain, isRecord, hasReferences) ? Optional.empty() : Optional.of(assigned);
    }

    private static boolean hasOtherWrites(
            MethodTree constructor, List<AssignmentTree> plain, boolean isRecord, boolean hasReferences) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
                found[0] |= !plain.contains(tree);
                return super.visitAssignment(tree, unused);
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
                found[0] = true;
                return super.visitCompoundAssignment(tree, unused);
            }

            /** What follows it may not happen. */
            @Override
            public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
                found[0] = true;
                return super.visitReturn(tree, unused);
            }

            @Override
            public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
                found[0] |= switch (tree.getKind()) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                    default -> false;
                };
                return super.visitUnary(tree, unused);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                String method = tree.getMethodSelect().toString();
                boolean isHarmless = method.endsWith("requireNonNull")
                        || (method.equals("super") && tree.getArguments().isEmpty());
                boolean isOwn = tree.getMethodSelect() instanceof IdentifierTree || method.startsWith("this.");
                boolean isOther = method.equals("this") || method.equals("super");
                found[0] |= !isHarmless && (isOther || hasReferences || (isOwn && !isRecord));
                return super.visitMethodInvocation(tree, unused);
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                found[0] |= tree.getName().contentEquals("this");
                return super.visitIdentifier(tree, unused);
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                // Of `this.x`, only the `this` by itself is of interest.
                boolean isOfThis = tree.getExpression() instanceof IdentifierTree object
                        && object.getName().contentEquals("this");
                return isOfThis ? null : super.visitMemberSelect(tree, unused);
            }
        }.scan(constructor.getBody(), null);
        return found[0];
    }
}
