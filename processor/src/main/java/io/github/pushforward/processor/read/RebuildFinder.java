package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Obstacle;
import io.github.pushforward.processor.ir.Rebuild;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds a constructor by which objects of a class can be made again: it puts its parameters into fields, and no more. */
final class RebuildFinder {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final IrTypes irTypes;
    private final Accessors accessors;

    RebuildFinder(Trees trees, Elements elements, Types types, IrTypes irTypes, Accessors accessors) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.irTypes = irTypes;
        this.accessors = accessors;
    }

    /** One of the two. */
    record Found(@Nullable Rebuild rebuild, @Nullable Obstacle obstacle) {
        static Found not(String what, String advice) {
            return new Found(null, new Obstacle(what, advice));
        }
    }

    Found in(TypeElement type) {
        String name = type.getSimpleName().toString();
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        if (type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)
                && !isRecord) {
            return Found.not(name + " is an inner class", "make it static");
        }
        Optional<TypeElement> stateAbove = unknownState(type);
        if (stateAbove.isPresent()) {
            return Found.not(
                    name + " extends " + stateAbove.get().getSimpleName()
                            + ", which has fields and is not marked @Differentiable",
                    "mark " + stateAbove.get().getSimpleName() + " as well");
        }
        List<VariableElement> fields = Aggregates.fields(type, irTypes);
        for (VariableElement field : fields) {
            if (reading(field).isEmpty()) {
                return Found.not(
                        "the field " + field.getSimpleName() + " of " + name + " cannot be read from outside",
                        "make it package-private, or give it a method that does nothing but return it");
            }
            if (!isHarmless(field)) {
                return Found.not(
                        "the initializer of the field " + field.getSimpleName() + " of " + name
                                + " may do more than to make a value",
                        "call no methods in it");
            }
        }
        Optional<Found> found = constructors(type).stream()
                .flatMap(constructor -> by(constructor, type, fields).stream())
                .filter(candidate -> candidate.rebuild() != null)
                .findFirst();
        return found.orElseGet(() -> isRecord
                ? Found.not(
                        "the canonical constructor of " + name + " changes its parameters",
                        "have it check them alone, and compute them in a static method instead")
                : Found.not(
                        "no constructor of " + name
                                + " takes what its private and final fields hold, and does nothing else"
                                + " but to keep it",
                        "give it one"));
    }

    /** A class above that is no active class and has fields. */
    private Optional<TypeElement> unknownState(TypeElement type) {
        TypeElement superclass = superclass(type);
        if (superclass == null) {
            return Optional.empty();
        }
        boolean isKnown = irTypes.of(superclass).isActive();
        boolean hasState = ElementFilter.fieldsIn(superclass.getEnclosedElements()).stream()
                .anyMatch(field -> !field.getModifiers().contains(Modifier.STATIC));
        return !isKnown && hasState ? Optional.of(superclass) : unknownState(superclass);
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private Optional<String> reading(VariableElement field) {
        if (field.getEnclosingElement().getKind() == ElementKind.RECORD) {
            return accessors.of(field, true).map(accessor -> accessor + "()");
        }
        return field.getModifiers().contains(Modifier.PRIVATE)
                ? accessors.of(field, true).map(accessor -> accessor + "()")
                : Optional.of(field.getSimpleName().toString());
    }

    /** Whether the initializer only makes a value, which is replaced: it may run once more. */
    private boolean isHarmless(VariableElement field) {
        if (!(trees.getTree(field) instanceof VariableTree tree) || tree.getInitializer() == null) {
            return true;
        }
        return !Harm.isIn(tree.getInitializer());
    }

    /** The constructors that others may call, those that take the most first. */
    private static List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .filter(constructor -> constructor.getThrownTypes().isEmpty()
                        && constructor.getTypeParameters().isEmpty())
                .sorted(Comparator.comparing(
                        constructor -> -constructor.getParameters().size()))
                .toList();
    }

    private Optional<Found> by(ExecutableElement constructor, TypeElement type, List<VariableElement> fields) {
        Optional<Map<String, String>> assignments = assignments(constructor, type);
        if (assignments.isEmpty()) {
            return Optional.empty();
        }
        List<Rebuild.Field> arguments = new ArrayList<>();
        List<VariableElement> rest = new ArrayList<>(fields);
        for (VariableElement parameter : constructor.getParameters()) {
            Optional<VariableElement> field = fields.stream()
                    .filter(candidate -> parameter
                            .getSimpleName()
                            .contentEquals(assignments
                                    .get()
                                    .getOrDefault(candidate.getSimpleName().toString(), "")))
                    .filter(candidate -> types.isSameType(candidate.asType(), parameter.asType()))
                    .filter(candidate -> candidate.getEnclosingElement().equals(type))
                    .filter(rest::remove)
                    .findFirst();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(field(field.get()));
        }
        List<Rebuild.Field> assigned = new ArrayList<>();
        for (VariableElement field : rest) {
            boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
            boolean isEqualAnyway =
                    isFinal && field.getConstantValue() != null && !field(field).isActive();
            if (isEqualAnyway) {
                continue;
            }
            if (isFinal || !isReachable(field, type)) {
                return Optional.empty();
            }
            assigned.add(field(field));
        }
        return Optional.of(new Found(new Rebuild(arguments, assigned), null));
    }

    private static boolean isReachable(VariableElement field, TypeElement type) {
        return field.getModifiers().contains(Modifier.PUBLIC)
                || (!field.getModifiers().contains(Modifier.PRIVATE)
                        && packageOf(field).equals(packageOf(type)));
    }

    private static Element packageOf(Element element) {
        Element result = element;
        while (result.getKind() != ElementKind.PACKAGE) {
            result = result.getEnclosingElement();
        }
        return result;
    }

    private Rebuild.Field field(VariableElement field) {
        ClassType owner = irTypes.of((TypeElement) field.getEnclosingElement());
        Type type = irTypes.of(field.asType()).orElseThrow();
        boolean isActive = Aggregates.shadow(field, owner, type) != Shadow.NONE;
        return new Rebuild.Field(
                field.getSimpleName().toString(), type, reading(field).orElseThrow(), isActive);
    }

    /** By field, the parameter that the constructor puts there; nothing where it does more than that. */
    private Optional<Map<String, String>> assignments(ExecutableElement constructor, TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                ? assignmentsOfRecord(constructor, type)
                : assignmentsOfClass(constructor, type);
    }

    private Optional<Map<String, String>> assignmentsOfRecord(ExecutableElement constructor, TypeElement type) {
        List<String> components = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        Map<String, String> byName = components.stream().collect(Collectors.toMap(name -> name, name -> name));
        MethodTree tree = trees.getTree(constructor);
        if (tree == null || elements.getOrigin(constructor) == Elements.Origin.MANDATED) {
            return Optional.of(byName);
        }
        boolean hasReferences = constructor.getParameters().stream()
                .anyMatch(parameter ->
                        irTypes.of(parameter.asType()).filter(Type::isMutable).isPresent());
        // A compact constructor assigns its parameters to the fields after its body.
        return PlainConstructors.assignments(tree, true, hasReferences)
                .map(assigned -> assigned.isEmpty() ? byName : assigned);
    }

    private Optional<Map<String, String>> assignmentsOfClass(ExecutableElement constructor, TypeElement type) {
        MethodTree tree = trees.getTree(constructor);
        boolean isImplicit = tree == null || elements.getOrigin(constructor) == Elements.Origin.MANDATED;
        TypeElement superclass = superclass(type);
        boolean startsPlainly = !hasBlocks(type) && superclass != null && isPlain(superclass);
        if (!startsPlainly) {
            return Optional.empty();
        }
        return isImplicit ? Optional.of(Map.of()) : KeepingConstructors.assignments(tree);
    }

    private boolean hasBlocks(TypeElement type) {
        ClassTree tree = trees.getTree(type);
        return tree.getMembers().stream().anyMatch(member -> member instanceof BlockTree block && !block.isStatic());
    }

    /** Whether the constructor without parameters of a superclass fills fields and does nothing else. */
    private boolean isPlain(TypeElement type) {
        if (superclass(type) == null) {
            return true; // Object
        }
        return trees.getTree(type) != null
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(constructor -> constructor.getParameters().isEmpty())
                        .anyMatch(constructor ->
                                assignmentsOfClass(constructor, type).isPresent());
    }
}
