package io.github.pushforward.processor.read;

import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Whether annotated methods have tangent methods: those of this compilation will, those of class files must. */
final class Siblings {
    private final IrTypes irTypes;
    private final Trees trees;
    private final Elements elements;
    private final Map<ExecutableElement, Boolean> known = new HashMap<>();
    private final Map<ExecutableElement, Boolean> sources = new HashMap<>();

    Siblings(IrTypes irTypes, Trees trees, Elements elements) {
        this.irTypes = irTypes;
        this.trees = trees;
        this.elements = elements;
    }

    /** @param active which parameters have tangents */
    boolean hasTangent(ExecutableElement method, ClassType owner, List<Type> parameters, List<Boolean> active) {
        Boolean found = known.get(method);
        if (found == null) {
            found = trees.getPath(method) != null || exists(method, owner, parameters, active);
            known.put(method, found);
        }
        return found;
    }

    /** Whether the source of a method is in this compilation. */
    boolean hasSource(ExecutableElement method) {
        // javac looks through the whole class for it: at every call, that would be the square of its length.
        return sources.computeIfAbsent(method, asked -> trees.getTree(asked) != null);
    }

    private boolean exists(ExecutableElement method, ClassType owner, List<Type> parameters, List<Boolean> active) {
        List<Type> expected = TangentSignature.parameters(parameters, active);
        TypeElement sibling = elements.getTypeElement(owner.sibling("Tangent").canonicalName());
        return has(sibling, method.getSimpleName(), expected, irTypes);
    }

    /** Whether a class file, or the source of an earlier round, has a method of a generated class. */
    boolean exists(Callee callee) {
        TypeElement sibling = elements.getTypeElement(callee.owner().canonicalName());
        return has(sibling, elements.getName(callee.name()), callee.parameterTypes(), irTypes);
    }

    /** Whether a class has a method of this name and of exactly these parameters. */
    static boolean has(@Nullable TypeElement sibling, Name name, List<Type> parameters, IrTypes irTypes) {
        return sibling != null
                && ElementFilter.methodsIn(sibling.getEnclosedElements()).stream()
                        .filter(candidate -> candidate.getSimpleName().equals(name))
                        .anyMatch(candidate -> typesOf(candidate, irTypes).equals(parameters));
    }

    private static List<Type> typesOf(ExecutableElement method, IrTypes irTypes) {
        return method.getParameters().stream()
                .map(VariableElement::asType)
                .map(irTypes::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
