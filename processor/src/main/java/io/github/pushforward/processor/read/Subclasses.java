package io.github.pushforward.processor.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The classes of this compilation that extend or implement others, and what they override. */
final class Subclasses {
    private final Elements elements;
    private final Types types;
    private final List<TypeElement> known = new ArrayList<>();

    /** @param roots the top-level classes of the compilation */
    Subclasses(Elements elements, Types types, Collection<? extends Element> roots) {
        this.elements = elements;
        this.types = types;
        ElementFilter.typesIn(roots).forEach(this::add);
    }

    private void add(TypeElement type) {
        known.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    /** The concrete classes whose objects run this method itself when it is called on them. */
    List<TypeElement> running(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<TypeElement> running = new ArrayList<>();
        if (isConcrete(owner)) {
            running.add(owner);
        }
        for (TypeElement type : subclasses(owner)) {
            boolean inherits = overriders(method).stream().noneMatch(other -> isSubclass(type, ownerOf(other)));
            if (isConcrete(type) && inherits) {
                running.add(type);
            }
        }
        return running;
    }

    /** The methods that override this one directly: not those that override one of them in turn. */
    List<ExecutableElement> overriders(ExecutableElement method) {
        List<ExecutableElement> all = new ArrayList<>();
        for (TypeElement type : subclasses((TypeElement) method.getEnclosingElement())) {
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(other -> elements.overrides(other, method, type))
                    .forEach(all::add);
        }
        return all.stream()
                .filter(one ->
                        all.stream().noneMatch(other -> other != one && isSubclass(ownerOf(one), ownerOf(other))))
                .toList();
    }

    private List<TypeElement> subclasses(TypeElement type) {
        return known.stream()
                .filter(other -> !other.equals(type) && isSubclass(other, type))
                .toList();
    }

    private boolean isSubclass(TypeElement one, TypeElement other) {
        return types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
    }

    private static boolean isConcrete(TypeElement type) {
        return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static TypeElement ownerOf(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }
}
