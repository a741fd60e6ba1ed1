package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.NullType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Wildcard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Translates between the compiler's types and ours. */
public final class IrTypes {
    private final Elements elements;
    private final Types types;
    private final ActiveTypes active;
    private final DualForms duals;

    /** @param roots the top-level classes of the compilation */
    public IrTypes(Elements elements, Types types, ActiveTypes active, Collection<? extends Element> roots) {
        this.active = active;
        this.elements = elements;
        this.types = types;
        this.duals = new DualForms(elements, types, roots);
    }

    /** Our form of a type; a type variable becomes its bound. Nothing for types that do not resolve, and intersections. */
    public Optional<Type> of(TypeMirror mirror) {
        TypeKind kind = mirror.getKind();
        if (kind.isPrimitive() || kind == TypeKind.VOID) {
            return Optional.of(Primitive.valueOf(kind.name()));
        }
        if (kind == TypeKind.ARRAY) {
            return of(((javax.lang.model.type.ArrayType) mirror).getComponentType())
                    .map(ArrayType::new);
        }
        if (kind == TypeKind.DECLARED) {
            return declared((DeclaredType) mirror);
        }
        if (kind == TypeKind.TYPEVAR) {
            return of(types.erasure(mirror));
        }
        return kind == TypeKind.NULL ? Optional.of(NullType.NULL) : Optional.empty();
    }

    private Optional<Type> declared(DeclaredType mirror) {
        List<Type> arguments = new ArrayList<>();
        for (TypeMirror argument : mirror.getTypeArguments()) {
            Optional<Type> type = argument(argument);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(type.get());
        }
        ClassType named = of((TypeElement) mirror.asElement()).withArguments(arguments);
        return Optional.of(
                duals.of(mirror, named, this).<Type>map(function -> function).orElse(named));
    }

    /** The functional interfaces of this compilation that were met, by their dual forms, which are to be generated. */
    public Map<ClassType, FunctionType> generatedDuals() {
        return duals.generated();
    }

    /** The type of the values of a class: those of a functional interface may be functions with tangents. */
    public Type ofValues(Type type) {
        return type instanceof ClassType ? mirror(type).flatMap(this::of).orElse(type) : type;
    }

    private Optional<Type> argument(TypeMirror mirror) {
        if (mirror instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        // A type variable means nothing outside its declaration; the bounds of `?` are those of the parameter.
        return mirror.getKind() == TypeKind.TYPEVAR ? Optional.of(new Wildcard(null, false)) : of(mirror);
    }

    private Optional<Type> wildcard(WildcardType mirror) {
        boolean isLower = mirror.getSuperBound() != null;
        TypeMirror bound = isLower ? mirror.getSuperBound() : mirror.getExtendsBound();
        return bound == null
                ? Optional.of(new Wildcard(null, false))
                : of(bound).map(type -> new Wildcard(type, isLower));
    }

    public ClassType of(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        while (element.getKind() != ElementKind.PACKAGE) {
            names.add(element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        Collections.reverse(names);
        return new ClassType(
                ((PackageElement) element).getQualifiedName().toString(), names, List.of(), active.holding(type));
    }

    /** The exceptions of the {@code throws} clause of a method. */
    public List<Type> thrown(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .flatMap(exception -> of(exception).stream())
                .toList();
    }

    /** The compiler's form of one of our types; nothing where a class has gone. */
    public Optional<TypeMirror> mirror(Type type) {
        if (type instanceof Primitive primitive) {
            return Optional.of(
                    primitive == Primitive.VOID
                            ? types.getNoType(TypeKind.VOID)
                            : types.getPrimitiveType(TypeKind.valueOf(primitive.name())));
        }
        if (type instanceof ArrayType array) {
            return mirror(array.component()).map(types::getArrayType);
        }
        if (type instanceof ClassType named) {
            return Optional.ofNullable(elements.getTypeElement(named.canonicalName()))
                    .flatMap(found -> declared(found, named.arguments()));
        }
        if (type instanceof FunctionType function) {
            return mirror(function.plain());
        }
        if (type instanceof Wildcard wildcard) {
            return mirror(wildcard);
        }
        return type instanceof NullType ? Optional.of(types.getNullType()) : Optional.empty();
    }

    private Optional<TypeMirror> declared(TypeElement element, List<Type> arguments) {
        TypeMirror[] mirrors = arguments.stream()
                .flatMap(argument -> mirror(argument).stream())
                .toArray(TypeMirror[]::new);
        boolean isRaw = mirrors.length == 0 || mirrors.length < arguments.size();
        return Optional.of(isRaw ? types.erasure(element.asType()) : types.getDeclaredType(element, mirrors));
    }

    private Optional<TypeMirror> mirror(Wildcard wildcard) {
        if (wildcard.bound() == null) {
            return Optional.of(types.getWildcardType(null, null));
        }
        return mirror(wildcard.bound())
                .map(bound ->
                        wildcard.isLower() ? types.getWildcardType(null, bound) : types.getWildcardType(bound, null));
    }

    /** The enum that a type is; nothing for others. */
    public Optional<TypeElement> enumType(Type type) {
        return element(type).filter(element -> element.getKind() == ElementKind.ENUM);
    }

    /** The types of the components of a record, in order; none for other classes. */
    public List<Optional<Type>> recordComponents(ClassType type) {
        List<Optional<Type>> components = new ArrayList<>();
        Optional<TypeElement> element = element(type);
        Optional<TypeMirror> mirror = mirror(type);
        if (element.isPresent() && mirror.isPresent()) {
            DeclaredType declared = (DeclaredType) mirror.get();
            element.get()
                    .getRecordComponents()
                    .forEach(component -> components.add(of(types.asMemberOf(declared, component))));
        }
        return components;
    }

    private Optional<TypeElement> element(Type type) {
        return type instanceof ClassType named
                ? Optional.ofNullable(elements.getTypeElement(named.canonicalName()))
                : Optional.empty();
    }
}
