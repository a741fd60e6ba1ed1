package io.github.pushforward.processor.resolve;

import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The classes whose objects may hold active values: those marked {@link Differentiable} with their subclasses, and the
 * interfaces and abstract classes of this compilation that one of those implements or extends.
 */
public final class ActiveTypes {
    private final Set<TypeElement> known = new LinkedHashSet<>();
    private final Set<TypeElement> open = new LinkedHashSet<>();
    private final Set<TypeElement> barred = new LinkedHashSet<>();

    private final Elements elements;
    private final SingleMethods singleMethods;
    /** What the classes of the compilation are of. */
    private final Set<TypeElement> implemented = new HashSet<>();

    /** @param roots the top-level classes of the compilation */
    public ActiveTypes(Collection<? extends Element> roots, Elements elements) {
        this.elements = elements;
        this.singleMethods = new SingleMethods(elements);
        ElementFilter.typesIn(roots).forEach(this::add);
        known.stream().filter(type -> type.getKind().isClass()).forEach(type -> collectSupertypes(type, implemented));
        Set<TypeElement> above = new HashSet<>();
        for (TypeElement type : known) {
            if (isActive(type)) {
                collectSupertypes(type, above);
            }
        }
        known.stream().filter(above::contains).filter(ActiveTypes::isOpen).forEach(open::add);
        known.stream()
                .filter(type -> !contains(type) && !above.contains(type) && isBelowOpen(type))
                .forEach(barred::add);
    }

    private boolean isBelowOpen(TypeElement type) {
        Set<TypeElement> above = new HashSet<>();
        collectSupertypes(type, above);
        return above.stream().anyMatch(open::contains);
    }

    private void add(TypeElement type) {
        known.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    private static void collectSupertypes(TypeElement type, Set<TypeElement> above) {
        supertypes(type).forEach(supertype -> {
            if (above.add(supertype)) {
                collectSupertypes(supertype, above);
            }
        });
    }

    private static List<TypeElement> supertypes(TypeElement type) {
        List<TypeMirror> mirrors = new ArrayList<>(type.getInterfaces());
        mirrors.add(0, type.getSuperclass());
        return mirrors.stream()
                .filter(DeclaredType.class::isInstance)
                .map(mirror -> (TypeElement) ((DeclaredType) mirror).asElement())
                .toList();
    }

    private static boolean isOpen(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
    }

    public boolean contains(TypeElement type) {
        return open.contains(type) || isActive(type) || isOpenElsewhere(type);
    }

    /** Whether a compiled interface or abstract class was above an active class where it was compiled: its tangents are objects. */
    private boolean isOpenElsewhere(TypeElement type) {
        return !known.contains(type)
                && isOpen(type)
                && sibling(type)
                        .filter(sibling -> ElementFilter.typesIn(sibling.getEnclosedElements()).stream()
                                .anyMatch(inner -> inner.getSimpleName().contentEquals(Aggregate.LAYOUT)))
                        .isPresent();
    }

    /** Whether a class is marked, but was compiled without the processor, so that its objects cannot be but constants. */
    public boolean isUnprocessed(TypeElement type) {
        return inherits(type) && !isActive(type) && !isFunction(type);
    }

    /** Whether a marked interface is one of functions: no object of a class of the compilation is of it. */
    private boolean isFunction(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && !implemented.contains(type)
                && singleMethods.of(type).isPresent()
                && (known.contains(type)
                        || sibling(type).filter(ActiveTypes::isFunctional).isPresent());
    }

    private static boolean isFunctional(TypeElement type) {
        return type.getAnnotation(FunctionalInterface.class) != null;
    }

    private boolean isActive(TypeElement type) {
        return inherits(type)
                && !isFunction(type)
                && (known.contains(type) || sibling(type).isPresent());
    }

    private Optional<TypeElement> sibling(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        while (element.getKind() != ElementKind.PACKAGE) {
            names.add(0, element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        String packageName = ((PackageElement) element).getQualifiedName().toString();
        ClassType named = new ClassType(packageName, names, List.of());
        return Optional.ofNullable(
                elements.getTypeElement(named.sibling("Tangent").canonicalName()));
    }

    /** Whether the class or one that it extends is marked: what is said of objects holds of those of subclasses. */
    private static boolean inherits(TypeElement type) {
        return isMarked(type)
                || (type.getSuperclass() instanceof DeclaredType superclass
                        && inherits((TypeElement) superclass.asElement()));
    }

    ClassType.Holding holding(TypeElement type) {
        if (!contains(type)) {
            return barred.contains(type) ? ClassType.Holding.BARRED : ClassType.Holding.NONE;
        }
        return isValue(type, Set.of()) ? ClassType.Holding.VALUES : ClassType.Holding.MEMORY;
    }

    /**
     * Whether a class is a record of numbers and of such records: what else may be in it is constant.
     *
     * @param above the records that it is a component of, not those beside it: one may have two components of one type
     */
    private boolean isValue(TypeElement type, Set<TypeElement> above) {
        if (type.getKind() != ElementKind.RECORD || above.contains(type)) {
            return false;
        }
        Set<TypeElement> around = new HashSet<>(above);
        around.add(type);
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .map(VariableElement::asType)
                .allMatch(component -> isValue(component, around));
    }

    private boolean isValue(TypeMirror component, Set<TypeElement> above) {
        if (component.getKind() == TypeKind.ARRAY) {
            return false;
        }
        return !(component instanceof DeclaredType declared)
                || !contains((TypeElement) declared.asElement())
                || isValue((TypeElement) declared.asElement(), above);
    }

    /** The active classes of this compilation, marked or not, in the order of their declarations. */
    public List<TypeElement> all() {
        return known.stream().filter(this::contains).toList();
    }

    private static boolean isMarked(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Differentiable.class.getName()));
    }
}
