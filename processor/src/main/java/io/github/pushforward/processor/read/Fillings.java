package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.read.KeepingConstructors.Filling;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What constructors put into which fields, those of superclasses included. */
final class Fillings {
    private final Trees trees;
    private final Elements elements;
    private final IrTypes irTypes;

    Fillings(Trees trees, Elements elements, IrTypes irTypes) {
        this.trees = trees;
        this.elements = elements;
        this.irTypes = irTypes;
    }

    /** What a constructor does; nothing where it may do more than to keep its parameters. */
    Optional<Filling> by(ExecutableElement constructor, TypeElement type) {
        return type.getKind() == ElementKind.RECORD ? ofRecord(constructor, type) : ofClass(constructor, type);
    }

    private @Nullable MethodTree treeOf(ExecutableElement constructor) {
        return elements.getOrigin(constructor) == Elements.Origin.MANDATED ? null : trees.getTree(constructor);
    }

    private Optional<Filling> ofRecord(ExecutableElement constructor, TypeElement type) {
        Map<String, String> byName = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .collect(Collectors.toMap(name -> name, name -> name));
        MethodTree tree = treeOf(constructor);
        if (tree == null) {
            return Optional.of(new Filling(byName));
        }
        boolean hasReferences = constructor.getParameters().stream()
                .anyMatch(parameter ->
                        irTypes.of(parameter.asType()).filter(Type::isMutable).isPresent());
        // A compact constructor assigns its parameters to the fields after its body.
        return PlainConstructors.assignments(tree, true, hasReferences)
                .map(assigned -> new Filling(assigned.isEmpty() ? byName : assigned))
                .or(() -> KeepingConstructors.filling(tree)
                        .map(filling -> filling.kept().isEmpty()
                                ? new Filling(byName, Map.of(), List.of(), filling.copies())
                                : filling));
    }

    private Optional<Filling> ofClass(ExecutableElement constructor, TypeElement type) {
        MethodTree tree = treeOf(constructor);
        TypeElement superclass = superclass(type);
        if (superclass == null) {
            return Optional.of(Filling.NOTHING); // Object
        }
        if (trees.getTree(type) == null || hasBlocks(type)) {
            return Optional.empty();
        }
        return (tree == null ? Optional.of(Filling.NOTHING) : KeepingConstructors.filling(tree))
                .flatMap(own -> withInherited(own, superclass));
    }

    static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private boolean hasBlocks(TypeElement type) {
        ClassTree tree = trees.getTree(type);
        return tree.getMembers().stream().anyMatch(member -> member instanceof BlockTree block && !block.isStatic());
    }

    /** Adds what the constructor of the superclass does with the parameters that it is passed. */
    private Optional<Filling> withInherited(Filling own, TypeElement superclass) {
        List<ExecutableElement> candidates = ElementFilter.constructorsIn(superclass.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .filter(constructor ->
                        constructor.getParameters().size() == own.passedOn().size())
                .toList();
        List<String> passed = new ArrayList<>();
        for (ExpressionTree argument : own.passedOn()) {
            // What is computed is no parameter that is kept.
            passed.add(argument instanceof IdentifierTree name ? name.getName().toString() : "");
        }
        if (candidates.size() != 1) {
            return Optional.empty();
        }
        return by(candidates.get(0), superclass).map(inherited -> joined(own, inherited, candidates.get(0), passed));
    }

    private static Filling joined(Filling own, Filling inherited, ExecutableElement constructor, List<String> passed) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        Map<String, String> kept = new HashMap<>(own.kept());
        inherited.kept().forEach((field, parameter) -> {
            String argument = passed.get(parameters.indexOf(parameter));
            if (!argument.isEmpty()) {
                kept.put(field, argument);
            }
        });
        return new Filling(kept, own.computed(), own.passedOn(), own.copies() || inherited.copies());
    }
}
