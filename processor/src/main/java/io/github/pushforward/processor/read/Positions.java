package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Problem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.tools.Diagnostic;

/** Knows which tree a span stands for, and prints problems at its line and column. */
public final class Positions {
    private final Trees trees;
    private final Set<Problem> printed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> advised;

    /** @param advised the advisories that were printed before, in other rounds; grows */
    public Positions(Trees trees, Set<String> advised) {
        this.trees = trees;
        this.advised = advised;
    }

    private record Place(Tree tree, CompilationUnitTree file) {}

    static Span spanOf(Tree tree, CompilationUnitTree file) {
        return new Span(new Place(tree, file));
    }

    /** Prints the problem as an error of the compiler; once, even where several classes run into it. */
    public void print(Problem problem) {
        print(problem, Diagnostic.Kind.ERROR);
    }

    /** Prints an advisory as a warning of the compiler; once, even where several classes differentiate the same helper along. */
    public void advise(Problem advisory) {
        Place place = (Place) advisory.span().origin();
        long position = trees.getSourcePositions().getStartPosition(place.file(), place.tree());
        if (advised.add(place.file().getSourceFile().toUri() + ":" + position + advisory.message())) {
            print(advisory, Diagnostic.Kind.WARNING);
        }
    }

    private void print(Problem problem, Diagnostic.Kind kind) {
        if (!printed.add(problem)) {
            return;
        }
        Place place = (Place) problem.span().origin();
        trees.printMessage(kind, problem.message(), place.tree(), place.file());
    }
}
