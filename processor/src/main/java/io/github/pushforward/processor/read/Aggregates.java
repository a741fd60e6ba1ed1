package io.github.pushforward.processor.read;

import io.github.pushforward.Constant;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Pattern;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The parts of objects of active classes: which fields have tangents, and in which order. */
final class Aggregates {
    private Aggregates() {}

    /** What to do where a sibling cannot read a private field. */
    static String remedy(ClassType owner, BodyContext context) {
        boolean isRecord = context.members()
                .classOf(owner)
                .filter(type -> type.getKind() == ElementKind.RECORD)
                .isPresent();
        return isRecord
                ? "leave its accessor to the compiler, or add a method that does nothing but return it"
                : "make it package-private, or give it an accessor: a final method that does nothing but return it";
    }

    /** Whether a field has a tangent in the tangent of its object. */
    static Shadow shadow(VariableElement field, ClassType owner, Type type) {
        boolean isActive = owner.isActive()
                && type.carriesDerivative()
                && !(type instanceof FunctionType)
                && !field.getModifiers().contains(Modifier.STATIC)
                && !AnnotationValues.isPresent(field, Constant.class);
        if (!isActive) {
            return Shadow.NONE;
        }
        return field.getEnclosingElement().getKind() == ElementKind.RECORD ? Shadow.COMPONENT : Shadow.FIELD;
    }

    /** How the components of a record are read from it. */
    static List<Pattern.Deconstruction.Part> parts(ClassType type, BodyContext context) {
        Optional<TypeElement> element = context.members().classOf(type);
        List<Pattern.Deconstruction.Part> parts = new ArrayList<>();
        if (type.isActive() && element.isPresent()) {
            for (VariableElement field : fields(element.get(), context.irTypes())) {
                Type fieldType = context.irTypes()
                        .of(field.asType())
                        .orElseThrow(() -> new IllegalStateException("a record of unknown types: " + type));
                parts.add(new Pattern.Deconstruction.Part(
                        field.getSimpleName().toString(), fieldType, shadow(field, type, fieldType)));
            }
        }
        return parts;
    }

    /** The fields of an object, those of superclasses that may be active first. */
    static List<VariableElement> fields(TypeElement type, IrTypes irTypes) {
        List<VariableElement> fields = new ArrayList<>();
        activeSuperclass(type, irTypes).ifPresent(superclass -> fields.addAll(fields(superclass, irTypes)));
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .forEach(fields::add);
        return fields;
    }

    /** The fields of an object that have tangents, in the order of the parts of its tangent. */
    static List<VariableElement> activeFields(TypeElement type, IrTypes irTypes) {
        return fields(type, irTypes).stream()
                .filter(field -> irTypes.of(field.asType())
                        .filter(fieldType -> shadow(field, ownerOf(field, irTypes), fieldType) != Shadow.NONE)
                        .isPresent())
                .toList();
    }

    static Optional<TypeElement> activeSuperclass(TypeElement type, IrTypes irTypes) {
        return type.getSuperclass() instanceof DeclaredType declared
                ? Optional.of((TypeElement) declared.asElement())
                        .filter(superclass -> irTypes.of(superclass).isActive())
                : Optional.empty();
    }

    private static ClassType ownerOf(VariableElement field, IrTypes irTypes) {
        return irTypes.of((TypeElement) field.getEnclosingElement());
    }
}
