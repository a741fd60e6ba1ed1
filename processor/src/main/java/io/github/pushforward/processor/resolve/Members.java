package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The members of objects as their receivers see them: with the type arguments of the receiver put in. */
public final class Members {
    private final Types types;
    private final IrTypes irTypes;

    public Members(Types types, IrTypes irTypes) {
        this.types = types;
        this.irTypes = irTypes;
    }

    /** The class or interface whose members an object of the type has; nothing for primitive types and arrays. */
    public Optional<TypeElement> classOf(Type type) {
        return declared(type).map(mirror -> (TypeElement) mirror.asElement());
    }

    private Optional<DeclaredType> declared(Type type) {
        return irTypes.mirror(type)
                .filter(mirror -> mirror.getKind() == TypeKind.DECLARED)
                .map(mirror -> (DeclaredType) types.capture(mirror));
    }

    public Optional<Type> typeOfField(Type receiver, Element field) {
        return seenFrom(receiver, field).flatMap(irTypes::of);
    }

    public Optional<Type> resultOf(Type receiver, ExecutableElement method) {
        return seenFrom(receiver, method).flatMap(mirror -> irTypes.of(((ExecutableType) mirror).getReturnType()));
    }

    /** The types of the parameters; nothing where one does not resolve. */
    public Optional<List<Type>> parametersOf(Type receiver, ExecutableElement method) {
        return seenFrom(receiver, method).flatMap(mirror -> all(((ExecutableType) mirror).getParameterTypes()));
    }

    /** The types of the parameters of a method as it is declared. */
    public Optional<List<Type>> parametersOf(ExecutableElement method) {
        return all(((ExecutableType) method.asType()).getParameterTypes());
    }

    private Optional<List<Type>> all(List<? extends TypeMirror> mirrors) {
        List<Type> resolved =
                mirrors.stream().flatMap(type -> irTypes.of(type).stream()).toList();
        return resolved.size() == mirrors.size() ? Optional.of(resolved) : Optional.empty();
    }

    private Optional<TypeMirror> seenFrom(Type receiver, Element member) {
        Optional<DeclaredType> type = declared(receiver);
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        return type.isEmpty() || isStatic
                ? Optional.of(member.asType())
                : Optional.of(types.asMemberOf(type.get(), member));
    }

    /** What a loop over an {@code Iterable} gives. */
    public Optional<Type> elementOf(Type iterable) {
        return declared(iterable).flatMap(this::argumentOfIterable);
    }

    private Optional<Type> argumentOfIterable(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Iterable")) {
            return declared.getTypeArguments().isEmpty()
                    ? Optional.of(ClassType.of("java.lang", "Object"))
                    : irTypes.of(declared.getTypeArguments().get(0));
        }
        return types.directSupertypes(type).stream()
                .flatMap(parent -> argumentOfIterable(parent).stream())
                .findFirst();
    }

    /** Whether another class could have a method of its own in its place. */
    public static boolean isOverridable(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !method.getModifiers().contains(Modifier.FINAL)
                && !owner.getModifiers().contains(Modifier.FINAL)
                && owner.getKind() != ElementKind.RECORD;
    }

    /** Whether a value of one type may be assigned to a variable of another. */
    public boolean isAssignable(Type from, Type to) {
        return irTypes.mirror(from)
                .flatMap(source -> irTypes.mirror(to).map(target -> types.isAssignable(source, target)))
                .orElse(false);
    }

    /**
     * Of several reference types the one that values of all others may be assigned to; else the nearest active class that they
     * have in common.
     */
    public Optional<Type> widest(List<Type> candidates) {
        if (candidates.stream().anyMatch(Primitive.class::isInstance)) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(wide -> allAssignable(candidates, wide))
                .findFirst()
                .or(() -> irTypes.mirror(candidates.get(0)).flatMap(first -> activeAbove(first, candidates)));
    }

    private Optional<Type> activeAbove(TypeMirror type, List<Type> candidates) {
        for (TypeMirror above : types.directSupertypes(type)) {
            Optional<Type> found = irTypes.of(above)
                    .filter(Type::carriesDerivative)
                    .filter(wide -> allAssignable(candidates, wide))
                    .or(() -> activeAbove(above, candidates));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The most specific class that all of several exceptions are of. */
    public Type commonSuperclass(List<Type> exceptions) {
        Type common = exceptions.get(0);
        while (!allAssignable(exceptions, common)) {
            Optional<Type> parent = classOf(common).flatMap(type -> irTypes.of(type.getSuperclass()));
            if (parent.isEmpty()) {
                return common;
            }
            common = parent.get();
        }
        return common;
    }

    private boolean allAssignable(List<Type> from, Type to) {
        return from.stream().allMatch(type -> isAssignable(type, to));
    }

    /** Whether the compiler lets a value of one reference type be cast to another. */
    public boolean isCastable(Type from, Type to) {
        Optional<TypeMirror> source = irTypes.mirror(from);
        Optional<TypeMirror> target = irTypes.mirror(to);
        if (source.isEmpty() || target.isEmpty()) {
            return false;
        }
        TypeMirror a = types.erasure(source.get());
        TypeMirror b = types.erasure(target.get());
        return types.isSubtype(a, b) || types.isSubtype(b, a) || isInterface(a) || isInterface(b);
    }

    private static boolean isInterface(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind().isInterface();
    }
}
