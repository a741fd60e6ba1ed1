package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** The methods that make the tangents of constant objects of one class: zeros in their shape. */
final class ZeroTangents {
    private final Aggregate aggregate;
    private final ClassName value;
    private final ClassName tangent;
    private final Access access;

    ZeroTangents(Aggregate aggregate, Access access) {
        this.aggregate = aggregate;
        this.value = TypeNames.of(aggregate.type());
        this.tangent = TypeNames.of((ClassType) aggregate.type().tangentType());
        // The methods of an interface are public.
        this.access = aggregate.form() == Aggregate.Form.INTERFACE ? Access.PUBLIC : access;
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(ofObject()).addMethod(ofArray(1)).addMethod(ofArray(2));
    }

    private MethodSpec.Builder method(int rank) {
        TypeName result = tangent;
        TypeName parameter = value;
        for (int i = 0; i < rank; i++) {
            result = ArrayTypeName.of(result);
            parameter = ArrayTypeName.of(parameter);
        }
        String name = rank == 0 ? "value" : "values";
        return MethodSpec.methodBuilder("zeros")
                .addModifiers(SiblingClass.modifiers(access))
                .addModifiers(Modifier.STATIC)
                .returns(result)
                .addParameter(parameter, name)
                .beginControlFlow("if ($N == null)", name)
                .addStatement("return null")
                .endControlFlow();
    }

    private MethodSpec ofObject() {
        MethodSpec.Builder code = method(0)
                .addJavadoc(
                        "The tangent of a constant {@code $L}.\n",
                        String.join(".", aggregate.type().simpleNames()));
        for (ClassType subclass : aggregate.subclasses()) {
            String name = variable(subclass);
            code.beginControlFlow("if (value instanceof $T $N)", TypeNames.of(subclass), name)
                    .addStatement("return $T.zeros($N)", TypeNames.of((ClassType) subclass.tangentType()), name)
                    .endControlFlow();
        }
        if (!aggregate.isConcrete()) {
            // Objects of classes that are not marked are constants.
            return code.addStatement("return null").build();
        }
        CodeBlock parts = aggregate.all().stream().map(this::zero).collect(CodeBlock.joining(",$W"));
        return code.addStatement("return new $T($L)", tangent, parts).build();
    }

    static String variable(ClassType type) {
        String name = type.simpleNames().get(type.simpleNames().size() - 1);
        String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return lower.equals("value") || SourceVersion.isKeyword(lower) ? lower + "_" : lower;
    }

    private CodeBlock zero(Aggregate.Component component) {
        Type type = component.type();
        if (type.tangentType().isFloating()) {
            return CodeBlock.of(type.tangentType() == Primitive.FLOAT ? "0.0f" : "0.0");
        }
        TypeName owner = type.elementType() instanceof ClassType named
                ? TypeNames.of((ClassType) named.tangentType())
                : TypeNames.SHADOWS;
        return CodeBlock.of("$T.zeros(value.$L)", owner, reading(component));
    }

    /** How a component is read from an object. */
    static String reading(Aggregate.Component component) {
        return component.accessor() == null ? component.name() : component.accessor() + "()";
    }

    private MethodSpec ofArray(int rank) {
        String brackets = "[]".repeat(rank - 1);
        return method(rank)
                .addJavadoc(
                        rank == 1
                                ? "The tangents of constant objects.\n"
                                : "The tangents of arrays of constant objects.\n")
                .addStatement("$1T[]$2L zeros = new $1T[values.length]$2L", tangent, brackets)
                .beginControlFlow("for (int i = 0; i < values.length; i++)")
                .addStatement("zeros[i] = zeros(values[i])")
                .endControlFlow()
                .addStatement("return zeros")
                .build();
    }
}
