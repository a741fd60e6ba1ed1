package io.github.pushforward.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The classes that extend or implement others, and what they override: those of this compilation, and those that a sealed
 * type permits, compiled or not.
 */
final class Subclasses {
    private final Elements elements;
    private final Types types;
    private final List<TypeElement> known = new ArrayList<>();

    /** @param roots the top-level classes of the compilation */
    Subclasses(Elements elements, Types types, Collection<? extends Element> roots) {
        this.elements = elements;
        this.types = types;
        // The compiler has them in the order of its arguments, on which generated code must not depend.
        ElementFilter.typesIn(roots).stream()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .forEach(this::add);
    }

    private Subclasses(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** These and others. */
    Subclasses and(Collection<TypeElement> others) {
        Subclasses all = new Subclasses(elements, types);
        all.known.addAll(known);
        others.stream().filter(type -> !known.contains(type)).forEach(all.known::add);
        return all;
    }

    private void add(TypeElement type) {
        known.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    /** The concrete classes whose objects run this method itself when it is called on them. */
    List<TypeElement> running(ExecutableElement method) {
        TypeElement owner = ownerOf(method);
        List<TypeElement> running = new ArrayList<>();
        if (isConcrete(owner)) {
            running.add(owner);
        }
        concrete(owner).stream()
                .filter(type ->
                        implementation(method, type).filter(method::equals).isPresent())
                .forEach(running::add);
        return running;
    }

    /** The known concrete classes below a class or interface. */
    List<TypeElement> concrete(TypeElement type) {
        return subclasses(type).stream().filter(Subclasses::isConcrete).toList();
    }

    /** A class or interface and those that are known below it. */
    List<TypeElement> withSubclasses(TypeElement type) {
        List<TypeElement> all = new ArrayList<>(subclasses(type));
        all.add(0, type);
        return all;
    }

    /** The methods that override this one directly: not those that override one of them in turn. */
    List<ExecutableElement> overriders(ExecutableElement method) {
        List<ExecutableElement> all = new ArrayList<>();
        for (TypeElement type : subclasses(ownerOf(method))) {
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(other -> elements.overrides(other, method, type))
                    .forEach(all::add);
        }
        return all.stream()
                .filter(one ->
                        all.stream().noneMatch(other -> other != one && isSubclass(ownerOf(one), ownerOf(other))))
                .toList();
    }

    /** Whether a method overrides or implements one of a class or interface above its own. */
    boolean isOverriding(ExecutableElement method) {
        TypeElement owner = ownerOf(method);
        boolean canOverride = !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE);
        return canOverride
                && above(owner)
                        .anyMatch(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                                .anyMatch(other -> elements.overrides(method, other, owner)));
    }

    private Stream<TypeElement> above(TypeElement type) {
        return types.directSupertypes(type.asType()).stream()
                .flatMap(parent -> element(parent).stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), above(parent)));
    }

    /** What runs when a method is called on an object of a concrete class (JLS 8.4.8). */
    Optional<ExecutableElement> implementation(ExecutableElement method, TypeElement type) {
        for (Optional<TypeElement> at = Optional.of(type); at.isPresent(); at = superclass(at.get())) {
            Optional<ExecutableElement> declared = declared(method, at.get(), type);
            if (declared.isPresent()) {
                return declared;
            }
        }
        List<ExecutableElement> inherited = new ArrayList<>();
        for (TypeElement parent : interfacesOf(type)) {
            declared(method, parent, type)
                    .filter(other -> !other.getModifiers().contains(Modifier.ABSTRACT))
                    .ifPresent(inherited::add);
        }
        return inherited.stream()
                .filter(one ->
                        inherited.stream().noneMatch(other -> other != one && isSubclass(ownerOf(other), ownerOf(one))))
                .findFirst();
    }

    /** The method itself or one that overrides it in the given class, if a class above that declares one. */
    private Optional<ExecutableElement> declared(ExecutableElement method, TypeElement owner, TypeElement type) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(other -> other.equals(method) || elements.overrides(other, method, type))
                .findFirst();
    }

    private Optional<TypeElement> superclass(TypeElement type) {
        return element(type.getSuperclass());
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private Set<TypeElement> interfacesOf(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        for (Optional<TypeElement> at = Optional.of(type); at.isPresent(); at = superclass(at.get())) {
            at.get().getInterfaces().forEach(parent -> element(parent).ifPresent(found::add));
        }
        for (TypeElement parent : List.copyOf(found)) {
            found.addAll(interfacesOf(parent));
        }
        return found;
    }

    /** The known classes and interfaces below another: those that are permitted first, in their order. */
    private List<TypeElement> subclasses(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(permitted(type));
        known.stream().filter(other -> isBelow(other, type)).forEach(open::add);
        while (!open.isEmpty()) {
            TypeElement next = open.poll();
            if (found.add(next)) {
                open.addAll(permitted(next));
            }
        }
        return List.copyOf(found);
    }

    private static List<TypeElement> permitted(TypeElement type) {
        return type.getPermittedSubclasses().stream()
                .flatMap(permitted -> element(permitted).stream())
                .toList();
    }

    /** Whether every class of its objects is known: of a sealed type whose permitted classes are sealed or final in turn. */
    static boolean isClosed(TypeElement type) {
        boolean isFinal = type.getModifiers().contains(Modifier.FINAL);
        List<TypeElement> permitted = permitted(type);
        return isFinal || (!permitted.isEmpty() && permitted.stream().allMatch(Subclasses::isClosed));
    }

    private boolean isBelow(TypeElement one, TypeElement other) {
        return !one.equals(other) && isSubclass(one, other);
    }

    boolean isSubclass(TypeElement one, TypeElement other) {
        return types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
    }

    static boolean isConcrete(TypeElement type) {
        return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    static TypeElement ownerOf(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }
}
