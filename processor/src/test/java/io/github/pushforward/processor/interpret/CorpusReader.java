package io.github.pushforward.processor.interpret;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.read.MethodReader;
import io.github.pushforward.processor.read.SourceBodies;
import io.github.pushforward.processor.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the differentiable methods of a source file as the processor does, and leaves it at that. */
final class CorpusReader {
    /**
     * A class with differentiable methods, or one that is active.
     *
     * @param names those of its differentiable methods
     */
    record Owner(ClassType type, Set<String> names, List<Method> methods, Optional<Aggregate> aggregate) {}

    final List<Owner> owners = new ArrayList<>();
    final MethodReader reader;
    final SourceBodies bodies;

    /** @param task over one source file: its trees last, because nothing is ever compiled */
    CorpusReader(JavacTask task) throws IOException {
        CompilationUnitTree file = task.parse().iterator().next();
        List<TypeElement> roots = new ArrayList<>();
        for (var declaration : file.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                roots.add(task.getElements().getTypeElement(file.getPackageName() + "." + type.getSimpleName()));
            }
        }
        reader = new MethodReader(Trees.instance(task), task.getElements(), task.getTypes(), roots);
        bodies = new SourceBodies(reader);
        Set<TypeElement> types = new LinkedHashSet<>();
        roots.forEach(root -> collect(root, types));
        types.addAll(reader.activeTypes());
        types.forEach(this::read);
    }

    private static void collect(TypeElement type, Set<TypeElement> types) {
        boolean hasMethods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getAnnotation(Differentiable.class) != null);
        if (hasMethods) {
            types.add(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> collect(inner, types));
    }

    private void read(TypeElement type) {
        Reporter reporter = new Reporter();
        Set<String> names = new LinkedHashSet<>();
        List<Method> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getAnnotation(Differentiable.class) != null) {
                names.add(method.getSimpleName().toString());
                bodies.read(method, reporter).ifPresent(methods::add);
            }
        }
        Optional<Aggregate> aggregate = reader.isActive(type) ? reader.aggregate(type, reporter) : Optional.empty();
        if (!reporter.isEmpty()) {
            throw new IllegalArgumentException(type + " cannot be read: " + reporter.problems());
        }
        owners.add(new Owner(reader.type(type), names, methods, aggregate));
    }
}
