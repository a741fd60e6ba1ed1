package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constructors that keep their parameters in fields, and do nothing else but to check them and to fill other fields. */
final class KeepingConstructors {
    private KeepingConstructors() {}

    /**
     * What is put into fields, by their names.
     *
     * @param kept the parameter that is put there as it is
     * @param computed the names on which the value depends that is computed for it; of an array, its length is of no matter
     */
    record Filling(Map<String, String> kept, Map<String, Set<String>> computed) {
        static final Filling NOTHING = new Filling(Map.of(), Map.of());
    }

    /** What the constructor puts where; nothing for one that may do more. */
    static Optional<Filling> filling(MethodTree constructor) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        Map<String, String> kept = new HashMap<>();
        Set<String> variables = DeclaredNames.in(constructor);
        Map<String, Set<String>> computed = new HashMap<>();
        for (StatementTree statement : constructor.getBody().getStatements()) {
            if (statement instanceof ExpressionStatementTree expression
                    && expression.getExpression() instanceof AssignmentTree assignment) {
                Optional<String> field = AssignedField.of(assignment.getVariable(), variables);
                ExpressionTree value = assignment.getExpression();
                boolean isFirst =
                        field.isPresent() && !kept.containsKey(field.get()) && !computed.containsKey(field.get());
                if (!isFirst || Harm.isIn(value)) {
                    return Optional.empty();
                }
                if (value instanceof IdentifierTree name
                        && parameters.contains(name.getName().toString())) {
                    kept.put(field.get(), name.getName().toString());
                } else {
                    computed.put(field.get(), names(value));
                }
            } else if (!isSuper(statement) && Harm.isIn(statement)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Filling(kept, computed));
    }

    private static boolean isSuper(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("super")
                && call.getArguments().isEmpty();
    }

    private static Set<String> names(ExpressionTree value) {
        Set<String> names = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                names.add(tree.getName().toString());
                return null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                return tree.getIdentifier().contentEquals("length") ? null : super.visitMemberSelect(tree, unused);
            }
        }.scan(value, null);
        return names;
    }
}
