package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of all variables that a method or a function declares, its parameters included. */
final class DeclaredNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> names = new HashSet<>();

    private DeclaredNames() {}

    static Set<String> in(Tree code) {
        DeclaredNames declared = new DeclaredNames();
        declared.scan(code, null);
        return declared.names;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        names.add(tree.getName().toString());
        return super.visitVariable(tree, unused);
    }
}
