package io.github.pushforward.processor.read;

import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Obstacle;
import io.github.pushforward.processor.ir.Rebuild;
import io.github.pushforward.processor.ir.Rebuilds;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.ActiveTypes;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds how objects of active classes are made again with other numbers, or what is in the way of that. */
final class RebuildReader implements Rebuilds {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final IrTypes irTypes;
    private final ActiveTypes activeTypes;
    private final RebuildFinder finder;

    RebuildReader(
            Trees trees,
            Elements elements,
            Types types,
            IrTypes irTypes,
            ActiveTypes activeTypes,
            Accessors accessors) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.irTypes = irTypes;
        this.activeTypes = activeTypes;
        this.finder = new RebuildFinder(trees, elements, types, irTypes, accessors);
    }

    @Override
    public Optional<Obstacle> toCopy(Type type) {
        return obstacle(type, true, new HashSet<>());
    }

    @Override
    public Optional<Obstacle> toMove(Type type) {
        return obstacle(type, false, new HashSet<>());
    }

    private Optional<Obstacle> obstacle(Type type, boolean isCopy, Set<ClassType> visited) {
        boolean isConcerned = type.elementType() instanceof ClassType named
                && named.isActive()
                && !(isCopy && named.holding() == ClassType.Holding.VALUES)
                && visited.add(named);
        if (!isConcerned) {
            return Optional.empty();
        }
        TypeElement element = elements.getTypeElement(((ClassType) type.elementType()).canonicalName());
        return concerned(element).stream()
                .flatMap(each -> obstacle(each, isCopy, visited).stream())
                .findFirst();
    }

    /** The concrete classes of which an object of this type may be. */
    private List<TypeElement> concerned(TypeElement type) {
        List<TypeElement> all = new ArrayList<>();
        if (isConcrete(type)) {
            all.add(type);
        }
        activeTypes.all().stream()
                .filter(other -> !other.equals(type) && isConcrete(other))
                .filter(other -> types.isSubtype(types.erasure(other.asType()), types.erasure(type.asType())))
                .forEach(all::add);
        return all;
    }

    private static boolean isConcrete(TypeElement type) {
        return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private Optional<Obstacle> obstacle(TypeElement type, boolean isCopy, Set<ClassType> visited) {
        Optional<Obstacle> own = trees.getTree(type) == null ? obstacleOfCompiled(type) : obstacle(type, isCopy);
        if (own.isPresent()) {
            return own;
        }
        return Aggregates.activeFields(type, irTypes).stream()
                .flatMap(field -> irTypes.of(field.asType()).stream())
                .flatMap(field -> obstacle(field, isCopy, visited).stream())
                .findFirst();
    }

    private Optional<Obstacle> obstacleOfCompiled(TypeElement type) {
        ClassType tangent = irTypes.of(type).sibling("Tangent");
        TypeElement layout = elements.getTypeElement(tangent.canonicalName() + "." + Aggregate.LAYOUT);
        boolean isKnown = layout != null
                && ElementFilter.methodsIn(layout.getEnclosedElements()).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals("rebuild"));
        return isKnown
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "its tangent, which is compiled, does not say how",
                        "pass its numbers as parameters of their own"));
    }

    private Optional<Obstacle> obstacle(TypeElement type, boolean isCopy) {
        RebuildFinder.Found found = finder.in(type);
        boolean losesSharing =
                isCopy && found.rebuild() != null && found.rebuild().copies();
        return losesSharing
                ? Optional.of(new Obstacle(
                        "the constructor of " + type.getSimpleName()
                                + " copies arrays, so that they would not be shared as the originals are",
                        "copy them before they are passed to it"))
                : Optional.ofNullable(found.obstacle());
    }

    /** How objects of a class are made again; nothing where they cannot be. */
    Optional<Rebuild> of(TypeElement type) {
        return Optional.ofNullable(finder.in(type).rebuild());
    }
}
