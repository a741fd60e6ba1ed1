package io.github.pushforward.devset;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The text of one source file, and the methods in it. */
public record SourceFile(String path, String text) {
    private static final String DIFFERENTIABLE = "@io.github.pushforward.Differentiable";
    private static final String CONSTANT = "@io.github.pushforward.Constant ";

    /** Every method with a body of a named class, in order; none where the file cannot be parsed. */
    public List<SourceMethod> methods() {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(compilable()));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree file : task.parse()) {
                return MethodScan.of(file, positions);
            }
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The one method of a class by name among those that a condition picks. */
    public SourceMethod method(String className, String name, Predicate<SourceMethod> condition) {
        List<SourceMethod> found = methods().stream()
                .filter(method -> method.className().equals(className))
                .filter(method -> method.name().equals(name))
                .filter(condition)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(path + " has " + found.size() + " methods " + name + ": " + found);
        }
        return found.get(0);
    }

    /** This file with {@code @Differentiable} on a method and {@code @Constant} on some of its parameters. */
    public SourceFile annotated(SourceMethod method, Set<String> constants) {
        TreeMap<Integer, String> insertions = new TreeMap<>();
        insertions.put(method.position(), DIFFERENTIABLE + " ");
        for (SourceMethod.Parameter parameter : method.parameters()) {
            if (constants.contains(parameter.name())) {
                insertions.put(parameter.position(), CONSTANT);
            }
        }
        StringBuilder result = new StringBuilder(text);
        insertions.descendingMap().forEach(result::insert);
        return new SourceFile(path, result.toString());
    }

    /** This file, for the compiler. */
    public JavaFileObject compilable() {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
