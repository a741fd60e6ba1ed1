package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/** Source text in messages: on one line, and short. */
final class Quotes {
    private static final int LONGEST = 60;
    private static final String REST = "...";

    private Quotes() {}

    static String of(Tree tree) {
        String text = tree.toString().strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - REST.length()) + REST;
    }

    /**
     * The expression that a message is about and does not spell itself; empty where the message stands at a declaration, or at
     * a name that it has in it anyway.
     *
     * @param message what the message says
     */
    static String missingIn(String message, Tree tree, CompilationUnitTree file, Trees trees) {
        Tree whole = whole(tree, file, trees);
        boolean isNamed = !(whole instanceof ExpressionTree)
                || whole instanceof IdentifierTree
                || whole instanceof LiteralTree
                || whole instanceof AnnotationTree;
        String quote = of(whole);
        return isNamed || message.contains(quote) ? "" : quote;
    }

    /** The whole call, where the place is that of the name in it. */
    private static Tree whole(Tree tree, CompilationUnitTree file, Trees trees) {
        TreePath path = trees.getPath(file, tree);
        return path != null
                        && path.getParentPath() != null
                        && path.getParentPath().getLeaf() instanceof MethodInvocationTree call
                        && call.getMethodSelect() == tree
                ? call
                : tree;
    }
}
