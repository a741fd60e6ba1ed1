package io.github.pushforward.devset;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Lists the methods of one file; those of anonymous and local classes, which nobody can call by name, left out. */
final class MethodScan extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final Deque<String> classes = new ArrayDeque<>();
    private final List<SourceMethod> methods = new ArrayList<>();

    private MethodScan(CompilationUnitTree file, SourcePositions positions) {
        this.file = file;
        this.positions = positions;
    }

    static List<SourceMethod> of(CompilationUnitTree file, SourcePositions positions) {
        MethodScan scan = new MethodScan(file, positions);
        scan.scan(file, null);
        return scan.methods;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        String name = tree.getSimpleName().toString();
        if (classes.isEmpty()) {
            String prefix = file.getPackageName() == null ? "" : file.getPackageName() + ".";
            classes.push(prefix + name);
        } else {
            classes.push(classes.peek() + "$" + name);
        }
        super.visitClass(tree, nothing);
        classes.pop();
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        if (tree.getBody() != null && tree.getReturnType() != null) {
            methods.add(method(tree));
        }
        return null;
    }

    private SourceMethod method(MethodTree tree) {
        Set<String> modifiers = new LinkedHashSet<>();
        tree.getModifiers().getFlags().stream().map(Modifier::toString).forEach(modifiers::add);
        List<SourceMethod.Parameter> parameters = tree.getParameters().stream()
                .map(parameter ->
                        new SourceMethod.Parameter(parameter.getName().toString(), type(parameter), start(parameter)))
                .toList();
        int position = start(tree);
        return new SourceMethod(
                classes.element(),
                tree.getName().toString(),
                modifiers,
                tree.getReturnType().toString(),
                parameters,
                !tree.getTypeParameters().isEmpty(),
                file.getLineMap().getLineNumber(position),
                position);
    }

    private static String type(VariableTree parameter) {
        return parameter.getType().toString().replace("...", "[]").replaceAll("\\s", "");
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(file, tree);
    }
}
