package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Constructors that keep their parameters in fields, and do nothing else but to check them and to fill other fields. */
final class KeepingConstructors {
    private KeepingConstructors() {}

    /** By field, the parameter that is put there; nothing for a constructor that may do more. */
    static Optional<Map<String, String>> assignments(MethodTree constructor) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        Map<String, String> kept = new HashMap<>();
        Set<String> filled = new HashSet<>();
        Set<String> variables = DeclaredNames.in(constructor);
        for (StatementTree statement : constructor.getBody().getStatements()) {
            if (statement instanceof ExpressionStatementTree expression
                    && expression.getExpression() instanceof AssignmentTree assignment) {
                Optional<String> field = AssignedField.of(assignment.getVariable(), variables);
                if (field.isEmpty() || !filled.add(field.get()) || Harm.isIn(assignment.getExpression())) {
                    return Optional.empty();
                }
                if (assignment.getExpression() instanceof IdentifierTree value
                        && parameters.contains(value.getName().toString())) {
                    kept.put(field.get(), value.getName().toString());
                }
            } else if (!isSuper(statement) && Harm.isIn(statement)) {
                return Optional.empty();
            }
        }
        return Optional.of(kept);
    }

    private static boolean isSuper(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("super")
                && call.getArguments().isEmpty();
    }
}
