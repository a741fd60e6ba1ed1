package io.github.pushforward.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the code of a function can stand among the statements of a method, in place of a call. */
final class InlineCode extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> declared = new HashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private boolean returns;

    private InlineCode() {}

    private static InlineCode of(Tree code) {
        InlineCode found = new InlineCode();
        found.scan(code, null);
        return found;
    }

    /** Whether it neither returns from a block nor assigns to its parameters, and no interface puts anything before it. */
    static boolean isInline(Closure function) {
        Tree tree = function.code().tree();
        Type supertype = function.code().supertype();
        Type plain = supertype instanceof FunctionType dualized ? dualized.plain() : supertype;
        boolean isPlain = plain instanceof ClassType type && type.packageName().equals("java.util.function");
        if (!(tree instanceof LambdaExpressionTree lambda)) {
            return isPlain && tree instanceof MemberReferenceTree;
        }
        InlineCode body = of(lambda.getBody());
        Set<String> parameters = lambda.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.toSet());
        return isPlain && !body.returns && body.assigned.stream().noneMatch(parameters::contains);
    }

    /** The variables that the code of a function declares, those of functions in it left out. */
    static Set<String> declaredNames(Tree function) {
        return function instanceof LambdaExpressionTree lambda ? of(lambda.getBody()).declared : Set.of();
    }

    /** The variables that an expression assigns to. */
    static Set<String> assignedNames(Tree expression) {
        return of(expression).assigned;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        declared.add(tree.getName().toString());
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        returns = true;
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        assign(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        assign(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                assign(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, null);
    }

    private void assign(Tree target) {
        if (target instanceof IdentifierTree identifier) {
            assigned.add(identifier.getName().toString());
        }
    }

    /** A function in the code is read into a method of its own. */
    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }
}
