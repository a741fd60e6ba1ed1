package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import java.util.Optional;

/** The functions that streams are given, as the source has them. */
final class StageFunctions {
    private final BodyContext context;
    private final ExpressionReader expressions;
    private final Closures closures;

    StageFunctions(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
        this.closures = expressions.closures();
    }

    /** Whether an argument is a function whose code is known. */
    boolean isKnown(ExpressionTree tree) {
        return closures.isFunction(tree);
    }

    /**
     * The function that an argument is; nothing where that takes more than a look at a variable.
     *
     * @param type the interface that the stream asks for
     * @param name what to call it where it has no name of its own
     */
    Optional<StageFunction> of(ExpressionTree tree, ClassType type, String name) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return of(parenthesized.getExpression(), type, name);
        }
        if (isKnown(tree)) {
            return Optional.of(new StageFunction.Known(closures.of(tree, type, name)));
        }
        if (!(tree instanceof IdentifierTree)) {
            return Optional.empty();
        }
        Expr value = expressions.read(tree);
        return context.members().isAssignable(value.type(), type)
                ? Optional.of(new StageFunction.Given(value, type, tree))
                : Optional.empty();
    }
}
