package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Problem;
import javax.tools.Diagnostic;

/** Knows which tree a span stands for, and prints problems at its line and column. */
public final class Positions {
    private final Trees trees;

    public Positions(Trees trees) {
        this.trees = trees;
    }

    private record Place(Tree tree, CompilationUnitTree file) {}

    static Span spanOf(Tree tree, CompilationUnitTree file) {
        return new Span(new Place(tree, file));
    }

    /** Prints the problem as an error of the compiler. */
    public void print(Problem problem) {
        Place place = (Place) problem.span().origin();
        trees.printMessage(Diagnostic.Kind.ERROR, problem.message(), place.tree(), place.file());
    }
}
