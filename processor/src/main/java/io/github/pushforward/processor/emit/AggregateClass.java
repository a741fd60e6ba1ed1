package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of the tangent of an active class: a record for a record, a class with the same fields for a class, each
 * without its constant components.
 */
final class AggregateClass {
    private final Aggregate aggregate;
    private final ClassName name;
    private final Access access;

    AggregateClass(Aggregate aggregate, Surroundings surroundings) {
        this.aggregate = aggregate;
        this.name = TypeNames.of((ClassType) aggregate.type().tangentType());
        this.access = surroundings.access() == Access.PUBLIC ? Access.PUBLIC : Access.PACKAGE;
    }

    /** The declaration, with the tangents of constants. */
    TypeSpec.Builder builder() {
        TypeSpec.Builder type =
                declaration().addModifiers(SiblingClass.modifiers(access)).addJavadoc(description());
        for (ClassType implemented : aggregate.interfaces()) {
            type.addSuperinterface(TypeNames.of((ClassType) implemented.tangentType()));
        }
        new ZeroTangents(aggregate, access).addTo(type);
        type.addType(new LayoutClass(aggregate, access).build());
        return type;
    }

    private TypeSpec.Builder declaration() {
        return switch (aggregate.form()) {
            case RECORD -> TypeSpec.recordBuilder(name).recordConstructor(constructor(aggregate.components()));
            case INTERFACE -> TypeSpec.interfaceBuilder(name);
            case CLASS -> mutable(aggregate.subclasses().isEmpty() ? Modifier.FINAL : null);
            case ABSTRACT_CLASS -> mutable(Modifier.ABSTRACT);
        };
    }

    private TypeSpec.Builder mutable(@Nullable Modifier modifier) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name);
        if (modifier != null) {
            type.addModifiers(modifier);
        }
        if (aggregate.superclass() != null) {
            type.superclass(TypeNames.of((ClassType) aggregate.superclass().tangentType()));
        }
        for (Aggregate.Component component : aggregate.components()) {
            // Whoever gets a gradient must be able to read it, whatever the class itself hides.
            type.addField(FieldSpec.builder(typeOf(component), component.name(), SiblingClass.modifiers(access))
                    .build());
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(SiblingClass.modifiers(access))
                .build());
        if (!aggregate.all().isEmpty()) {
            type.addMethod(fillingConstructor());
        }
        if (aggregate.isConcrete()) {
            type.addMethod(text());
        }
        return type;
    }

    /** As records have it. */
    private MethodSpec text() {
        String before = name.simpleName() + "[";
        CodeBlock.Builder text = CodeBlock.builder();
        for (Aggregate.Component component : aggregate.all()) {
            text.add("$S + $N +$W", before + component.name() + "=", component.name());
            before = ", ";
        }
        text.add("$S", before.equals(", ") ? "]" : before + "]");
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", text.build())
                .build();
    }

    private MethodSpec fillingConstructor() {
        MethodSpec.Builder code = constructor(aggregate.all()).toBuilder().addModifiers(SiblingClass.modifiers(access));
        if (!aggregate.inherited().isEmpty()) {
            code.addStatement(
                    "super($L)",
                    aggregate.inherited().stream()
                            .map(component -> CodeBlock.of("$N", component.name()))
                            .collect(CodeBlock.joining(",$W")));
        }
        for (Aggregate.Component component : aggregate.components()) {
            code.addStatement("this.$1N = $1N", component.name());
        }
        return code.build();
    }

    private static MethodSpec constructor(List<Aggregate.Component> components) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        components.forEach(component -> constructor.addParameter(typeOf(component), component.name()));
        return constructor.build();
    }

    private static TypeName typeOf(Aggregate.Component component) {
        Type type = component.type();
        return TypeNames.of(type.tangentType());
    }

    private CodeBlock description() {
        String source = String.join(".", aggregate.type().simpleNames());
        return CodeBlock.of(
                "A tangent of {@code $L}: $L; and the tangents of its\ndifferentiable methods.\n\n"
                        + "<p>Generated by Pushforward.\n",
                source,
                aggregate.all().isEmpty()
                        ? "it has no active components of its own"
                        : "the derivatives of its components along a direction");
    }
}
