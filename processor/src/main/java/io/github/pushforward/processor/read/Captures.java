package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.pushforward.processor.ir.Local;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the variables around a function that its code reads. */
final class Captures extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final BodyContext context;
    private final Elements elements;
    private final Deque<Set<String>> declared = new ArrayDeque<>();
    private final Set<Local> found = new LinkedHashSet<>();

    private Captures(BodyContext context, Elements elements) {
        this.context = context;
        this.elements = elements;
        declared.push(new HashSet<>());
    }

    /** The variables, in the order of their declarations. */
    static List<Local> in(Tree function, BodyContext context, Elements elements) {
        Captures captures = new Captures(context, elements);
        captures.scan(function, null);
        return captures.found.stream()
                .sorted(Comparator.comparingInt(Local::id))
                .toList();
    }

    private @Nullable Void scoped(Runnable scan) {
        declared.push(new HashSet<>());
        scan.run();
        declared.pop();
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        String name = tree.getName().toString();
        if (declared.stream().anyMatch(names -> names.contains(name))) {
            return null;
        }
        context.scope().find(name).ifPresent(found::add);
        context.scope().function(name).ifPresent(closure -> found.addAll(closure.captured()));
        boolean isVariable = context.scope().find(name).isPresent()
                || context.scope().function(name).isPresent();
        if (!isVariable
                && (name.equals("this")
                        || name.equals("super")
                        || isInstance(context.names().field(name).stream().toList()))) {
            addThis();
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            boolean isOfObject = context.situation().object() != null;
            if (isOfObject || isInstance(context.names().methods(name.getName().toString()))) {
                addThis();
            }
        } else {
            scan(tree.getMethodSelect(), null);
        }
        return scan(tree.getArguments(), null);
    }

    private static boolean isInstance(List<? extends Element> members) {
        return members.stream().anyMatch(member -> !member.getModifiers().contains(Modifier.STATIC));
    }

    private void addThis() {
        if (context.self() != null) {
            found.add(context.self());
        }
        for (ThisObject object = context.situation().object(); object != null; object = object.outer()) {
            found.addAll(object.closure().captured());
        }
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (tree.getIdentifier().contentEquals("this") || tree.getIdentifier().contentEquals("super")) {
            addThis();
            return null;
        }
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        declared.element().add(tree.getName().toString());
        return scan(tree.getInitializer(), null);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        scan(tree.getEnclosingExpression(), null);
        scan(tree.getArguments(), null);
        if (tree.getClassBody() == null) {
            return null;
        }
        return scoped(() -> {
            // The fields of a class hide the variables around it.
            context.names().type(Closures.typeName(tree.getIdentifier())).ifPresent(this::hideFields);
            scan(tree.getClassBody(), null);
        });
    }

    private void hideFields(TypeElement type) {
        ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
                .filter(field -> ThisObject.isInherited(field, context))
                .forEach(field -> declared.element().add(field.getSimpleName().toString()));
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                declared.element().add(field.getName().toString());
            }
        }
        return scan(tree.getMembers(), null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        return scoped(() -> {
            scan(tree.getParameters(), null);
            scan(tree.getBody(), null);
        });
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitLambdaExpression(tree, null));
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitBlock(tree, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        return scoped(() -> {
            scan(tree.getExpression(), null);
            scan(tree.getVariable(), null);
            scan(tree.getStatement(), null);
        });
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitTry(tree, null));
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void unused) {
        return scoped(() -> super.visitCatch(tree, null));
    }
}
