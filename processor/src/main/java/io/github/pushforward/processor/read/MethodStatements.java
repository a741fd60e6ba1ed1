package io.github.pushforward.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.List;

/** The statements of a method or constructor that should have a body. */
final class MethodStatements {
    private MethodStatements() {}

    /** None where the body is missing, of which the compiler itself complains. */
    static List<? extends StatementTree> of(MethodTree tree) {
        return tree.getBody() == null ? List.of() : tree.getBody().getStatements();
    }
}
