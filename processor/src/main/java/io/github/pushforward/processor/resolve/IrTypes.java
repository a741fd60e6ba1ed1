package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Translates between the compiler's types and ours. */
public final class IrTypes {
    private final Elements elements;
    private final Types types;

    public IrTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Our form of a type, erased; nothing for types that do not resolve, intersections and the like. */
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
            return Optional.of(of((TypeElement) ((DeclaredType) mirror).asElement()));
        }
        if (kind == TypeKind.TYPEVAR) {
            return of(types.erasure(mirror));
        }
        return Optional.empty();
    }

    public ClassType of(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        while (element.getKind() != ElementKind.PACKAGE) {
            names.add(element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        Collections.reverse(names);
        return new ClassType(((PackageElement) element).getQualifiedName().toString(), names);
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
                    .map(found -> types.erasure(found.asType()));
        }
        return Optional.empty();
    }
}
