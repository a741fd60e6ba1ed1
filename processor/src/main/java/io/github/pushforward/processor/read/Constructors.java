package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Construction;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** The constructors of active classes that put their arguments into fields as they are. */
final class Constructors {
    private final Trees trees;
    private final Elements elements;
    private final IrTypes irTypes;

    Constructors(Trees trees, Elements elements, IrTypes irTypes) {
        this.trees = trees;
        this.elements = elements;
        this.irTypes = irTypes;
    }

    /** Whether the source of the constructor is in this compilation. */
    boolean hasSource(ExecutableElement constructor) {
        return trees.getTree(constructor.getEnclosingElement()) != null;
    }

    boolean isOfSource(TypeElement type) {
        return trees.getTree(type) != null;
    }

    ClassTree treeOf(TypeElement type) {
        return trees.getTree(type);
    }

    Tree treeOf(VariableElement field) {
        return trees.getTree(field);
    }

    /** The part of the tangent that each argument goes to; nothing where the constructor does more. */
    Optional<Construction> plain(TypeElement type, ExecutableElement constructor) {
        List<VariableElement> fields = Aggregates.activeFields(type, irTypes);
        return arguments(type, constructor, fields).flatMap(arguments -> {
            List<Construction.Part> parts = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                Optional<Type> fieldType = irTypes.of(fields.get(i).asType());
                fieldType.ifPresent(known -> parts.add(new Construction.Part(arguments.get(parts.size()), known)));
            }
            return parts.size() == fields.size() ? Optional.of(new Construction(parts, null)) : Optional.empty();
        });
    }

    /** For each field, the index of the parameter that is put there; nothing where it is not that simple. */
    Optional<List<Integer>> arguments(TypeElement type, ExecutableElement constructor, List<VariableElement> fields) {
        MethodTree tree = trees.getTree(constructor);
        boolean isImplicit = tree == null || elements.getOrigin(constructor) == Elements.Origin.MANDATED;
        if (isCanonical(type, constructor) && isImplicit) {
            return Optional.of(indices(fields, constructor, Map.of()));
        }
        if (!hasSource(constructor) || !isSilentBefore(type, fields)) {
            return Optional.empty();
        }
        if (isImplicit) {
            return Optional.of(indices(fields, constructor, Map.of()));
        }
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        boolean hasReferences = constructor.getParameters().stream()
                .anyMatch(parameter -> irTypes.of(parameter.asType())
                        .filter(Type::isActiveMemory)
                        .isPresent());
        // A compact constructor assigns its parameters to the fields after its body.
        return PlainConstructors.assignments(tree, isRecord, hasReferences)
                .map(assigned -> indices(fields, constructor, assigned));
    }

    private boolean isCanonical(TypeElement type, ExecutableElement constructor) {
        List<String> components = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName() + " " + component.asType())
                .toList();
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName() + " " + parameter.asType())
                .toList();
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        return isRecord
                && (components.equals(parameters)
                        || (!hasSource(constructor) && components.size() == parameters.size()));
    }

    private static List<Integer> indices(
            List<VariableElement> fields, ExecutableElement constructor, Map<String, String> assigned) {
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        boolean byName = assigned.isEmpty() && constructor.getEnclosingElement().getKind() == ElementKind.RECORD;
        return fields.stream()
                .map(field -> field.getSimpleName().toString())
                .map(field -> byName ? field : assigned.getOrDefault(field, ""))
                .map(parameters::indexOf)
                .toList();
    }

    /** Whether fields start from zero: no initializer but a literal, no initializer block, no superclass with fields. */
    private boolean isSilentBefore(TypeElement type, List<VariableElement> fields) {
        boolean inherits =
                fields.stream().anyMatch(field -> !field.getEnclosingElement().equals(type));
        ClassTree tree = trees.getTree(type);
        return !inherits && tree.getMembers().stream().allMatch(Constructors::isSilent);
    }

    private static boolean isSilent(Tree member) {
        if (member instanceof BlockTree block) {
            return block.isStatic();
        }
        boolean isInitialized = member instanceof VariableTree field
                && field.getInitializer() != null
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        return !isInitialized || ((VariableTree) member).getInitializer() instanceof LiteralTree;
    }
}
