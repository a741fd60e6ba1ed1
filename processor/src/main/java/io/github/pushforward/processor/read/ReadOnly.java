package io.github.pushforward.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.resolve.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Whether the elements of an array are only ever read, as far as the source shows: by index, by length, in loops, through
 * other variables, and by methods whose bodies are here and only read it as well. Goes by names: a variable of the same name
 * elsewhere can only make the answer more careful.
 */
final class ReadOnly {
    private static final Set<String> READING =
            Set.of("clone", "copyOf", "copyOfRange", "toString", "hashCode", "equals");

    private final Trees trees;
    private final Names names;
    private final Predicate<ExecutableElement> trusted;
    private final Set<String> open;

    ReadOnly(Trees trees, Names names) {
        this(trees, names, method -> false);
    }

    /** @param trusted methods known only to read their arguments, whether their bodies are here or not */
    ReadOnly(Trees trees, Names names, Predicate<ExecutableElement> trusted) {
        this(trees, names, trusted, new HashSet<>());
    }

    private ReadOnly(Trees trees, Names names, Predicate<ExecutableElement> trusted, Set<String> open) {
        this.trees = trees;
        this.names = names;
        this.trusted = trusted;
        this.open = open;
    }

    /** @param path where to look for uses */
    boolean isOnlyRead(String name, int rank, TreePath path) {
        Uses uses = new Uses(name, rank);
        uses.scan(path, null);
        return !uses.found;
    }

    /** Looks for uses of a name that may write to its elements. */
    private final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final String name;
        private final int rank;
        private boolean found;

        Uses(String name, int rank) {
            this.name = name;
            this.rank = rank;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            found |= tree.getName().contentEquals(name) && mayWrite(getCurrentPath(), rank);
            return super.visitIdentifier(tree, unused);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            found |= tree.getIdentifier().contentEquals(name) && mayWrite(getCurrentPath(), rank);
            return super.visitMemberSelect(tree, unused);
        }
    }

    /** Whether what surrounds an array of the given rank may write to it, or hand it to who does. */
    private boolean mayWrite(TreePath use, int rank) {
        Tree tree = use.getLeaf();
        TreePath around = use.getParentPath();
        Tree parent = around.getLeaf();
        if (parent instanceof ParenthesizedTree) {
            return mayWrite(around, rank);
        }
        if (parent instanceof ArrayAccessTree access && access.getExpression() == tree) {
            return rank == 1 ? isTarget(around) : mayWrite(around, rank - 1);
        }
        if (parent instanceof MemberSelectTree select && select.getExpression() == tree) {
            boolean reads = select.getIdentifier().contentEquals("length")
                    || (rank == 1 && READING.contains(select.getIdentifier().toString()));
            return !reads;
        }
        if (parent instanceof EnhancedForLoopTree loop && loop.getExpression() == tree) {
            return rank > 1 && !isReadAs(loop.getVariable().getName().toString(), rank - 1, around);
        }
        if (parent instanceof VariableTree variable && variable.getInitializer() == tree) {
            return around.getParentPath() == null
                    || !isReadAs(variable.getName().toString(), rank, around.getParentPath());
        }
        if (parent instanceof MethodInvocationTree call && call.getArguments().contains(tree)) {
            return !isReadBy(call, call.getArguments().indexOf(tree), rank);
        }
        return !isComparison(parent);
    }

    private boolean isReadAs(String variable, int rank, TreePath scope) {
        return isOnlyRead(variable, rank, scope);
    }

    private static boolean isComparison(Tree parent) {
        return parent.getKind() == Tree.Kind.EQUAL_TO || parent.getKind() == Tree.Kind.NOT_EQUAL_TO;
    }

    private static boolean isTarget(TreePath element) {
        Tree tree = element.getLeaf();
        Tree parent = element.getParentPath().getLeaf();
        if (parent instanceof ParenthesizedTree) {
            return isTarget(element.getParentPath());
        }
        return FieldWrites.isTarget(tree, parent);
    }

    private boolean isReadBy(MethodInvocationTree call, int argument, int rank) {
        List<ExecutableElement> candidates = candidates(call.getMethodSelect(), names);
        return !candidates.isEmpty() && candidates.stream().allMatch(candidate -> isReadBy(candidate, argument, rank));
    }

    /** The methods that a call may mean, by name alone; none for a call on an object. */
    static List<ExecutableElement> candidates(ExpressionTree select, Names names) {
        if (select instanceof IdentifierTree identifier) {
            return names.methods(identifier.getName().toString());
        }
        if (select instanceof MemberSelectTree member) {
            return names.type(member.getExpression())
                    .map(type -> names.methods(type, member.getIdentifier().toString()))
                    .orElse(List.of());
        }
        return List.of();
    }

    private boolean isReadBy(ExecutableElement method, int argument, int rank) {
        if (trusted.test(method)) {
            return true;
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (ReadingLibrary.contains(method)) {
            return true;
        }
        if (owner.getQualifiedName().contentEquals("java.util.Arrays")) {
            return READING.contains(method.getSimpleName().toString());
        }
        TreePath path = trees.getPath(method);
        if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
            return false;
        }
        int last = tree.getParameters().size() - 1;
        if (argument > last) {
            return true; // another overload
        }
        String parameter = tree.getParameters().get(argument).getName().toString();
        // A recursive method writes only if it does so outside the call of itself.
        boolean isOpen = !open.add(owner + "." + method + "#" + argument);
        Names there = names.inside(owner, path.getCompilationUnit());
        return isOpen || new ReadOnly(trees, there, trusted, open).isOnlyRead(parameter, rank, path);
    }
}
