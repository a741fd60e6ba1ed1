package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field of the new object that an assignment in a constructor goes to, by names. */
final class AssignedField {
    private AssignedField() {}

    /**
     * The name of the field.
     *
     * @param variables the variables of the constructor, which hide the fields of their names
     */
    static Optional<String> of(ExpressionTree target, Set<String> variables) {
        if (target instanceof MemberSelectTree select) {
            boolean isThis = select.getExpression() instanceof IdentifierTree object
                    && object.getName().contentEquals("this");
            return isThis ? Optional.of(select.getIdentifier().toString()) : Optional.empty();
        }
        return target instanceof IdentifierTree identifier
                        && !variables.contains(identifier.getName().toString())
                ? Optional.of(identifier.getName().toString())
                : Optional.empty();
    }

    /** Whether a constructor has any such assignment. */
    static boolean isIn(MethodTree constructor) {
        Set<String> variables = DeclaredNames.in(constructor);
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
                found[0] |= of(tree.getVariable(), variables).isPresent();
                return super.visitAssignment(tree, unused);
            }
        }.scan(constructor.getBody(), null);
        return found[0];
    }
}
