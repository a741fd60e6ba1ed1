package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a piece of code may do besides computing a value or ending in an exception. Found by names: what is unknown may do harm. */
final class Harm {
    /** Classes of {@code java.lang} and {@code java.util} whose methods only compute and check. */
    private static final Set<String> HARMLESS =
            Set.of("Math", "StrictMath", "Double", "Float", "Integer", "Long", "Boolean", "Objects", "String");

    private Harm() {}

    private static String withoutPackage(Tree owner) {
        String name = owner.toString();
        return name.startsWith("java.") ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    static boolean isIn(Tree code) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
                found[0] = true;
                return null;
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
                found[0] = true;
                return null;
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
                boolean isKnown = tree.getMethodSelect() instanceof MemberSelectTree select
                        && HARMLESS.contains(withoutPackage(select.getExpression()));
                found[0] |= !isKnown;
                return super.visitMethodInvocation(tree, unused);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
                found[0] |= tree.getClassBody() != null;
                return super.visitNewClass(tree, unused);
            }

            @Override
            public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
                return null; // nothing is made then
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                found[0] |= tree.getName().contentEquals("this");
                return null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                // Of `this.x`, only the `this` by itself is of interest.
                boolean isOfThis = tree.getExpression() instanceof IdentifierTree object
                        && object.getName().contentEquals("this");
                return isOfThis ? null : super.visitMemberSelect(tree, unused);
            }
        }.scan(code, null);
        return found[0];
    }
}
