package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** The class in the tangent of an active class that says in which order the numbers of objects follow each other. */
final class LayoutClass {
    static final String NAME = Aggregate.LAYOUT;
    /** By rank, what the class calls the layouts of objects, arrays and arrays of arrays. */
    static final List<String> CONSTANTS = List.of("OBJECT", "ARRAY", "ROWS");

    private static final String FLAT = "flat";
    private static final String VALUE = "value";
    private static final String TANGENT = "tangent";

    private final Aggregate aggregate;
    private final ClassName value;
    private final ClassName tangent;
    private final Access access;
    private final TangentForm form;

    LayoutClass(Aggregate aggregate, Access access, TangentForm form) {
        this.aggregate = aggregate;
        this.form = form;
        this.value = TypeNames.of(aggregate.type());
        this.tangent = form.classOf(aggregate.type());
        this.access = aggregate.form() == Aggregate.Form.INTERFACE ? Access.PUBLIC : access;
    }

    TypeSpec build() {
        boolean isValue = aggregate.type().holding() == ClassType.Holding.VALUES;
        ClassName layout = isValue ? TypeNames.VALUE_LAYOUT : TypeNames.OBJECT_LAYOUT;
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(SiblingClass.modifiers(access))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(layout, value, tangent))
                .addJavadoc(
                        "The order of the numbers of objects of {@code $L} in a flat array.\n",
                        String.join(".", aggregate.type().simpleNames()));
        addConstants(type);
        type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(pack())
                .addMethod(packTangent())
                .addMethod(tangent());
        if (form.isSingle() && (aggregate.rebuild() != null || !aggregate.isConcrete())) {
            type.addMethod(rebuild());
        }
        return type.build();
    }

    private void addConstants(TypeSpec.Builder type) {
        ClassName own = tangent.nestedClass(NAME);
        type.addField(constant(own, 0).initializer("new $T()", own).build());
        TypeName values = value;
        TypeName tangents = tangent;
        for (int rank = 1; rank < CONSTANTS.size(); rank++) {
            values = ArrayTypeName.of(values);
            tangents = ArrayTypeName.of(tangents);
            type.addField(constant(ParameterizedTypeName.get(TypeNames.OBJECT_LAYOUT, values, tangents), rank)
                    .initializer("$L.arrays($T::new)", CONSTANTS.get(rank - 1), tangents)
                    .build());
        }
    }

    private FieldSpec.Builder constant(TypeName type, int rank) {
        return FieldSpec.builder(type, CONSTANTS.get(rank), SiblingClass.modifiers(access))
                .addModifiers(Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    private Transfer transfer(Aggregate.Component component) {
        return new Transfer(component.type(), FLAT, form);
    }

    private static CodeBlock reading(Aggregate.Component component) {
        return CodeBlock.of("$L.$L", VALUE, read(component));
    }

    private CodeBlock tangentReading(String part) {
        boolean isRecord = aggregate.form() == Aggregate.Form.RECORD;
        return CodeBlock.of("$L.$N$L", TANGENT, part, isRecord ? "()" : "");
    }

    private MethodSpec pack() {
        MethodSpec.Builder code =
                override("pack", TypeName.VOID).addParameter(value, VALUE).addParameter(TypeNames.FLAT_WRITER, FLAT);
        if (!form.isSingle()) {
            return code.addStatement("$L.pack($N, $N)", layoutOf(aggregate.type(), TangentForm.SINGLE), VALUE, FLAT)
                    .build();
        }
        for (ClassType subclass : aggregate.subclasses()) {
            code.beginControlFlow("if ($L)", isOf(subclass))
                    .addStatement("$L.pack($N, $N)", layoutOf(subclass), variable(subclass), FLAT)
                    .addStatement("return")
                    .endControlFlow();
        }
        if (aggregate.isConcrete() && aggregate.isOpen()) {
            code.addStatement("$T.require($N, $T.class)", TypeNames.RECEIVERS, VALUE, value);
        }
        for (Aggregate.Component component : own()) {
            code.addStatement(transfer(component).put(reading(component)));
        }
        return code.build();
    }

    private MethodSpec packTangent() {
        MethodSpec.Builder code = override("pack", TypeName.VOID)
                .addParameter(value, VALUE)
                .addParameter(tangent, TANGENT)
                .addParameter(TypeNames.FLAT_WRITER, FLAT);
        for (ClassType subclass : aggregate.subclasses()) {
            ClassName tangentOfSubclass = form.classOf(subclass);
            String name = variable(subclass) + "Tangent";
            code.beginControlFlow("if ($L && $N instanceof $T $N)", isOf(subclass), TANGENT, tangentOfSubclass, name)
                    .addStatement("$L.pack($N, $N, $N)", layoutOf(subclass), variable(subclass), name, FLAT)
                    .addStatement("return")
                    .endControlFlow();
        }
        if (!aggregate.isConcrete()) {
            return code.addStatement("throw $T.mismatch($N, $N)", TypeNames.FLAT_WRITER, VALUE, TANGENT)
                    .build();
        }
        if (!aggregate.subclasses().isEmpty()) {
            code.beginControlFlow(
                            "if ($1N.getClass() != $2T.class || $3N.getClass() != $4T.class)",
                            VALUE,
                            value,
                            TANGENT,
                            tangent)
                    .addStatement("throw $T.mismatch($N, $N)", TypeNames.FLAT_WRITER, VALUE, TANGENT)
                    .endControlFlow();
        }
        for (Aggregate.Component component : own()) {
            for (String part : form.parts(component)) {
                CodeBlock tangentOfPart = tangentReading(part);
                code.addStatement(transfer(component).put(reading(component), tangentOfPart, component.name()));
            }
        }
        return code.build();
    }

    private MethodSpec tangent() {
        MethodSpec.Builder code =
                override("tangent", tangent).addParameter(value, VALUE).addParameter(TypeNames.FLAT_READER, FLAT);
        for (ClassType subclass : aggregate.subclasses()) {
            code.beginControlFlow("if ($L)", isOf(subclass))
                    .addStatement("return $L.tangent($N, $N)", layoutOf(subclass), variable(subclass), FLAT)
                    .endControlFlow();
        }
        if (!aggregate.isConcrete()) {
            return code.addComment("Objects of classes that are not marked are constants.")
                    .addStatement("return null")
                    .build();
        }
        CodeBlock parts = own().stream()
                .flatMap(component -> form.parts(component).stream()
                        .map(part -> transfer(component).tangent(reading(component))))
                .collect(CodeBlock.joining(",$W"));
        return code.addStatement("return new $T($L)", tangent, parts).build();
    }

    private MethodSpec rebuild() {
        MethodSpec.Builder code =
                override("rebuild", value).addParameter(value, VALUE).addParameter(TypeNames.FLAT_READER, FLAT);
        for (ClassType subclass : aggregate.subclasses()) {
            code.beginControlFlow("if ($L)", isOf(subclass))
                    .addStatement("return $L.rebuild($N, $N)", layoutOf(subclass), variable(subclass), FLAT)
                    .endControlFlow();
        }
        if (aggregate.rebuild() == null) {
            return code.addStatement("return $N", VALUE).build();
        }
        new RebuildCode(aggregate, aggregate.rebuild(), VALUE, FLAT).addTo(code);
        return code.build();
    }

    /** The components of objects of the class itself. */
    private List<Aggregate.Component> own() {
        return aggregate.isConcrete() ? aggregate.all() : List.of();
    }

    private static CodeBlock isOf(ClassType subclass) {
        return CodeBlock.of("$N instanceof $T $N", VALUE, TypeNames.of(subclass), variable(subclass));
    }

    private static String variable(ClassType type) {
        String name = type.simpleNames().get(type.simpleNames().size() - 1);
        String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        boolean isTaken = Set.of(VALUE, TANGENT, FLAT).contains(lower) || SourceVersion.isKeyword(lower);
        return isTaken ? lower + "_" : lower;
    }

    private CodeBlock layoutOf(ClassType type) {
        return layoutOf(type, form);
    }

    private static CodeBlock layoutOf(ClassType type, TangentForm form) {
        return CodeBlock.of("$T.$L.$L", form.classOf(type), NAME, CONSTANTS.get(0));
    }

    /** How a component is read from an object. */
    static String read(Aggregate.Component component) {
        return component.accessor() == null ? component.name() : component.accessor() + "()";
    }
}
