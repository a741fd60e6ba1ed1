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

/**
 * What a constructor does that keeps its parameters in fields, as they are or as copies, and nothing else but to check them and
 * to fill other fields. Found by names.
 */
final class KeepingConstructors {
    private final List<String> parameters;
    private final Set<String> variables;
    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, Set<String>> computed = new HashMap<>();
    private List<? extends ExpressionTree> passedOn = List.of();
    private boolean copies;

    private KeepingConstructors(MethodTree constructor) {
        this.variables = DeclaredNames.in(constructor);
        this.parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
    }

    /**
     * What is put into fields, by their names.
     *
     * @param kept the parameter that is put there
     * @param computed the names on which the value depends that is computed for it; of an array, its length is of no matter
     * @param passedOn the arguments of the constructor of the superclass
     * @param copies whether a parameter is copied before it is kept
     */
    record Filling(
            Map<String, String> kept,
            Map<String, Set<String>> computed,
            List<? extends ExpressionTree> passedOn,
            boolean copies) {
        static final Filling NOTHING = new Filling(Map.of());

        /** Parameters that are kept as they are. */
        Filling(Map<String, String> kept) {
            this(kept, Map.of(), List.of(), false);
        }
    }

    /** What the constructor puts where; nothing for one that may do more. */
    static Optional<Filling> filling(MethodTree constructor) {
        KeepingConstructors reading = new KeepingConstructors(constructor);
        boolean isKeeping = MethodStatements.of(constructor).stream().allMatch(reading::read);
        return isKeeping
                ? Optional.of(new Filling(reading.kept, reading.computed, reading.passedOn, reading.copies))
                : Optional.empty();
    }

    /** Whether the statement does no more than it may. */
    private boolean read(StatementTree statement) {
        if (!(statement instanceof ExpressionStatementTree expression)) {
            return !Harm.isIn(statement);
        }
        if (expression.getExpression() instanceof AssignmentTree assignment) {
            return read(assignment);
        }
        if (expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("super")) {
            passedOn = call.getArguments();
            return passedOn.stream().noneMatch(Harm::isIn);
        }
        return !Harm.isIn(statement);
    }

    private boolean read(AssignmentTree assignment) {
        ExpressionTree value = assignment.getExpression();
        Optional<String> copied = copied(value);
        if (assignment.getVariable() instanceof IdentifierTree parameter
                && parameters.contains(parameter.getName().toString())) {
            // In the compact constructor of a record.
            copies = true;
            return copied.filter(parameter.getName()::contentEquals).isPresent();
        }
        Optional<String> field = AssignedField.of(assignment.getVariable(), variables);
        if (field.isEmpty() || kept.containsKey(field.get()) || computed.containsKey(field.get())) {
            return false;
        }
        Optional<String> whole = parameter(value).or(() -> copied);
        if (whole.isPresent()) {
            copies |= copied.isPresent();
            kept.put(field.get(), whole.get());
            return true;
        }
        computed.put(field.get(), names(value));
        return !Harm.isIn(value);
    }

    private Optional<String> parameter(ExpressionTree value) {
        return value instanceof IdentifierTree name
                        && parameters.contains(name.getName().toString())
                ? Optional.of(name.getName().toString())
                : Optional.empty();
    }

    /** The parameter of which an expression makes a copy. */
    private Optional<String> copied(ExpressionTree value) {
        return value instanceof MethodInvocationTree call
                        && call.getArguments().isEmpty()
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("clone")
                ? parameter(select.getExpression())
                : Optional.empty();
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
