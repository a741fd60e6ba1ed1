package io.github.pushforward.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** The forms of methods that are made for known functions, each under its own callee. */
final class Variants {
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<Tree, Integer> trees = new IdentityHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private final MethodReader reader;
    private final Trees compiler;

    Variants(MethodReader reader, Trees compiler) {
        this.reader = reader;
        this.compiler = compiler;
    }

    MethodReader reader() {
        return reader;
    }

    MethodTree treeOf(ExecutableElement method) {
        return compiler.getTree(method);
    }

    /** Reads the form of a method, whose calls follow the rules of the callee. */
    interface Reading {
        Optional<Method> read(Callee callee, Reporter reporter);
    }

    void add(Callee callee, Reading reading) {
        readings.putIfAbsent(callee.signature(), reading);
    }

    Optional<Method> read(Callee callee, Reporter reporter) {
        return readings.get(callee.signature()).read(callee, reporter);
    }

    /** A short name for a place in the source, in a body made for certain functions. */
    String idOf(Tree tree, String variant) {
        int place = trees.computeIfAbsent(tree, added -> trees.size());
        return shortened(place + " in " + variant);
    }

    /** A short name for a description, which else would grow with every function inside another. */
    String shortened(String description) {
        return "#" + numbers.computeIfAbsent(description, added -> numbers.size());
    }
}
