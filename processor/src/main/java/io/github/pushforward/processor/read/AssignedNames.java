package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that are assigned to: a variable of such a name may hold one function, then another. */
final class AssignedNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> names = new HashSet<>();

    private AssignedNames() {}

    static Set<String> in(List<? extends Tree> trees) {
        AssignedNames scanner = new AssignedNames();
        scanner.scan(trees, null);
        return scanner.names;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        if (tree.getVariable() instanceof IdentifierTree variable) {
            names.add(variable.getName().toString());
        }
        return super.visitAssignment(tree, unused);
    }
}
