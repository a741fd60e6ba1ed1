package io.github.pushforward.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** Where the components of records stand, whose accessors the compiler writes: these have no source of their own. */
final class RecordComponents {
    private RecordComponents() {}

    /** The component that an accessor reads; the record, where it cannot be seen. */
    static Tree treeOf(ExecutableElement accessor, TreePath type) {
        return ((ClassTree) type.getLeaf())
                .getMembers().stream()
                        .filter(member -> member instanceof VariableTree variable
                                && variable.getName().contentEquals(accessor.getSimpleName()))
                        .<Tree>map(member -> member)
                        .findFirst()
                        .orElse(type.getLeaf());
    }
}
