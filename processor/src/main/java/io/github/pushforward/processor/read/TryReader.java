package io.github.pushforward.processor.read;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import java.util.ArrayList;
import java.util.List;

/** {@code try} with all that may belong to it. */
final class TryReader {
    private final BodyContext context;
    private final BodyReader statements;
    private final ExpressionReader expressions;

    TryReader(BodyContext context, BodyReader statements, ExpressionReader expressions) {
        this.context = context;
        this.statements = statements;
        this.expressions = expressions;
    }

    Stmt read(TryTree tree) {
        List<Stmt> resources = new ArrayList<>();
        Stmt.Block body;
        context.scope().open();
        try {
            for (Tree resource : tree.getResources()) {
                resources.add(resource(resource));
            }
            body = statements.block(tree.getBlock());
        } finally {
            context.scope().close();
        }
        List<Try.Catch> catches = new ArrayList<>();
        for (CatchTree handler : tree.getCatches()) {
            catches.add(read(handler));
        }
        Stmt.Block last = tree.getFinallyBlock() == null ? null : statements.block(tree.getFinallyBlock());
        return new Try(resources, body, catches, last);
    }

    private Stmt resource(Tree tree) {
        if (tree instanceof ExpressionTree variable) {
            return new Stmt.Evaluate(expressions.read(variable));
        }
        VariableTree declared = (VariableTree) tree;
        // A function is written down where it is called, and nothing would call this one at the end.
        if (expressions.closures().isFunction(declared.getInitializer())) {
            throw context.refuse(
                    Code.UnsupportedStatement,
                    "the resource " + declared.getName() + " is a lambda, a method reference or an anonymous class",
                    "write what it does in a finally block, or a class that implements AutoCloseable",
                    declared.getInitializer());
        }
        return statements.read(declared);
    }

    private Try.Catch read(CatchTree tree) {
        context.scope().open();
        try {
            Tree declared = tree.getParameter().getType();
            List<Type> types = declared instanceof UnionTypeTree union
                    ? union.getTypeAlternatives().stream().map(context::type).toList()
                    : List.of(context.type(declared));
            Local exception =
                    statements.declare(tree.getParameter(), context.members().commonSuperclass(types));
            return new Try.Catch(exception, types, statements.block(tree.getBlock()));
        } finally {
            context.scope().close();
        }
    }
}
