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
    private final TangentForm form;

    AggregateClass(Aggregate aggregate, Surroundings surroundings, TangentForm form) {
        this.aggregate = aggregate;
        this.form = form;
        this.name = form.classOf(aggregate.type());
        this.access = surroundings.access() == Access.PUBLIC ? Access.PUBLIC : Access.PACKAGE;
    }

    /** The declaration, with the tangents of constants. */
    TypeSpec.Builder builder() {
        TypeSpec.Builder type =
                declaration().addModifiers(SiblingClass.modifiers(access)).addJavadoc(description());
        for (ClassType implemented : aggregate.interfaces()) {
            type.addSuperinterface(form.classOf(implemented));
        }
        new ZeroTangents(aggregate, access, form).addTo(type);
        type.addType(new LayoutClass(aggregate, access, form).build());
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
            type.superclass(form.classOf(aggregate.superclass()));
        }
        for (Aggregate.Component component : aggregate.components()) {
            // Whoever gets a gradient must be able to read it, whatever the class itself hides.
            for (String part : form.parts(component)) {
                type.addField(FieldSpec.builder(typeOf(component), part, SiblingClass.modifiers(access))
                        .build());
            }
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(SiblingClass.modifiers(access))
                .build());
        if (!aggregate.all().isEmpty()) {
            type.addMethod(fillingConstructor());
        }
        if (aggregate.isConcrete() && form.isSingle()) {
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
                            .flatMap(component -> form.parts(component).stream())
                            .map(part -> CodeBlock.of("$N", part))
                            .collect(CodeBlock.joining(",$W")));
        }
        for (Aggregate.Component component : aggregate.components()) {
            form.parts(component).forEach(part -> code.addStatement("this.$1N = $1N", part));
        }
        return code.build();
    }

    private MethodSpec constructor(List<Aggregate.Component> components) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Aggregate.Component component : components) {
            form.parts(component).forEach(part -> constructor.addParameter(typeOf(component), part));
        }
        return constructor.build();
    }

    private TypeName typeOf(Aggregate.Component component) {
        return TypeNames.of(form.typeOfPart(component));
    }

    private CodeBlock description() {
        String source = String.join(".", aggregate.type().simpleNames());
        if (!form.isSingle()) {
            return CodeBlock.of("A tangent of {@code $L} along $L directions.\n", source, form.directions());
        }
        return CodeBlock.of(
                "A tangent of {@code $L}: $L; and the tangents of its\ndifferentiable methods.\n\n"
                        + "<p>Generated by Pushforward.\n",
                source,
                aggregate.all().isEmpty()
                        ? "it has no active components of its own"
                        : "the derivatives of its components along a direction");
    }
}
