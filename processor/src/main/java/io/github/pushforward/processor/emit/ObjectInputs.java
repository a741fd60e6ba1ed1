package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import javax.lang.model.element.Modifier;

/**
 * The inputs of a flat view, some of which are objects. Where a pass may write to arrays or objects, each gets new ones in
 * the shape of the originals; else the inputs are those of the caller until the view moves to another point.
 */
final class ObjectInputs {
    private final Sibling.Tangent tangent;
    private final GradientNames names;
    private final boolean writes;
    private final String flat;

    ObjectInputs(Sibling.Tangent tangent, GradientNames names) {
        this.tangent = tangent;
        this.names = names;
        this.writes = tangent.written().contains(true);
        this.flat = names.free("flat");
    }

    /** Whether some input of a method is an object, or an array of objects. */
    static boolean areIn(GradientNames names) {
        return names.active().stream()
                .anyMatch(parameter -> Transfer.isOfObjects(parameter.local().type()));
    }

    /** Whether the flat view needs inputs of its own to outlive the call that makes it. */
    static boolean detaches(GradientNames names) {
        return areIn(names)
                && names.active().stream()
                        .anyMatch(parameter -> parameter.local().type().isMutable());
    }

    private static Type typeOf(Parameter parameter) {
        return parameter.local().type();
    }

    private static boolean isNumber(Parameter parameter) {
        return typeOf(parameter).isFloating();
    }

    private boolean isKept(Parameter parameter) {
        return tangent.kept().contains(parameter);
    }

    /** Whether every pass makes it anew from an original. */
    private boolean isRenewed(Parameter parameter) {
        return writes && parameter.active() && !isNumber(parameter) && !isKept(parameter);
    }

    /** Whether a pass may write to a constant array, which the next one must find as it was. */
    private boolean isRestored(Parameter parameter) {
        return !parameter.active() && tangent.written().get(names.parameters().indexOf(parameter));
    }

    private String original(Parameter parameter) {
        return names.free(FlatViewClass.field(parameter) + "Original");
    }

    /** The field that has the shape of an active parameter, whatever a pass has written to. */
    private String shape(Parameter parameter) {
        return isRenewed(parameter) ? original(parameter) : FlatViewClass.field(parameter);
    }

    private Transfer transfer(Parameter parameter) {
        return new Transfer(typeOf(parameter), flat);
    }

    void addTo(TypeSpec.Builder type) {
        names.parameters().forEach(parameter -> addFields(parameter, type));
        type.addMethod(constructor()).addMethod(pack()).addMethod(enter()).addMethod(direct());
        if (tangent.isMovable() && detaches(names)) {
            type.addMethod(detached());
        }
    }

    private void addFields(Parameter parameter, TypeSpec.Builder type) {
        String name = FlatViewClass.field(parameter);
        boolean moves = parameter.active() && !isKept(parameter) && (writes || tangent.isMovable());
        addField(new ViewSignature(tangent).type(parameter), name, moves || isRestored(parameter), type);
        if (parameter.active()) {
            addField(typeOf(parameter).tangentType(), names.tangent(parameter), true, type);
        }
        if (isRenewed(parameter) || isRestored(parameter)) {
            boolean isReplaced = isRenewed(parameter) && tangent.isMovable() && detaches(names);
            addField(typeOf(parameter), original(parameter), isReplaced, type);
        }
    }

    private static void addField(Type fieldType, String name, boolean isVariable, TypeSpec.Builder type) {
        FieldSpec.Builder field = FieldSpec.builder(TypeNames.of(fieldType), name, Modifier.PRIVATE);
        type.addField((isVariable ? field : field.addModifiers(Modifier.FINAL)).build());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder code =
                MethodSpec.constructorBuilder().addParameters(new ViewSignature(tangent).parameters());
        CodeBlock start = CodeBlock.of("pack($L)", arguments());
        code.addStatement(writes ? "super($L)" : "super($L, true)", start);
        for (Parameter parameter : names.parameters()) {
            boolean isLater = isRenewed(parameter) || isRestored(parameter);
            if (isLater) {
                code.addStatement("this.$N = $N", original(parameter), FlatViewClass.field(parameter));
            } else if (!parameter.active() || !writes || isKept(parameter)) {
                code.addStatement("this.$1N = $1N", FlatViewClass.field(parameter));
            }
        }
        return code.build();
    }

    private CodeBlock arguments() {
        return names.active().stream()
                .map(parameter -> CodeBlock.of("$N", FlatViewClass.field(parameter)))
                .collect(CodeBlock.joining(",$W"));
    }

    private MethodSpec pack() {
        MethodSpec.Builder code =
                MethodSpec.methodBuilder("pack").addModifiers(Modifier.STATIC).returns(TypeNames.FLAT);
        names.active()
                .forEach(parameter ->
                        code.addParameter(TypeNames.of(typeOf(parameter)), FlatViewClass.field(parameter)));
        code.addStatement("$1T $2N = $1T.inputs()", TypeNames.FLAT_WRITER, flat);
        for (Parameter parameter : names.active()) {
            code.addStatement(transfer(parameter).put(CodeBlock.of("$N", FlatViewClass.field(parameter))));
        }
        return code.addStatement("return $N.numbers()", flat).build();
    }

    private MethodSpec enter() {
        String point = names.free("point");
        MethodSpec.Builder code = FlatViewClass.override("enter", TypeName.VOID).addParameter(TypeNames.FLAT, point);
        if (!writes && !tangent.isMovable()) {
            return code.addComment("The inputs stay what they are.").build();
        }
        code.addStatement("$T $N = reader($N)", TypeNames.FLAT_READER, flat, point);
        for (Parameter parameter : names.active()) {
            if (isKept(parameter)) {
                code.addStatement(transfer(parameter).keep(FlatViewClass.field(parameter)));
            } else {
                CodeBlock shape = CodeBlock.of("$N", shape(parameter));
                code.addStatement(
                        "$N = $L",
                        FlatViewClass.field(parameter),
                        transfer(parameter).value(shape));
            }
        }
        for (Parameter parameter : names.parameters()) {
            if (isRestored(parameter)) {
                code.addStatement(
                        "$N = $T.copy($N)", FlatViewClass.field(parameter), TypeNames.SHADOWS, original(parameter));
            }
        }
        return code.build();
    }

    private MethodSpec direct() {
        String direction = names.free("direction");
        MethodSpec.Builder code = FlatViewClass.override("direct", TypeName.VOID)
                .addParameter(TypeNames.FLAT, direction)
                .addStatement("$T $N = reader($N)", TypeNames.FLAT_READER, flat, direction);
        for (Parameter parameter : names.active()) {
            code.addStatement("$N = $L", names.tangent(parameter), tangentOf(parameter));
        }
        return code.build();
    }

    private CodeBlock tangentOf(Parameter parameter) {
        return tangentOf(parameter, TangentForm.SINGLE);
    }

    /** The tangent of the next numbers; of a parameter that is a number, in the next lane. */
    CodeBlock tangentOf(Parameter parameter, TangentForm form) {
        return new Transfer(typeOf(parameter), flat, form).tangent(CodeBlock.of("$N", shape(parameter)));
    }

    private MethodSpec detached() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("detached")
                .returns(names.function())
                .addJavadoc("The view, with inputs of its own: what becomes of the caller's is of no matter.\n")
                .addStatement("enter(start())");
        for (Parameter parameter : names.active()) {
            if (isRenewed(parameter)) {
                code.addStatement("$N = $N", original(parameter), FlatViewClass.field(parameter));
            }
        }
        return code.addStatement("return this").build();
    }

    /** The record of a gradient from a flat one. */
    MethodSpec unpack(String value, CodeBlock result) {
        String gradient = names.free("gradient");
        CodeBlock parts = names.active().stream().map(this::tangentOf).collect(CodeBlock.joining(",$W"));
        return MethodSpec.methodBuilder("unpack")
                .returns(names.record())
                .addParameter(TypeName.DOUBLE, value)
                .addParameter(TypeNames.FLAT, gradient)
                .addStatement("$T $N = reader($N)", TypeNames.FLAT_READER, flat, gradient)
                .addStatement("return new $T($L,$W$L)", names.record(), result, parts)
                .build();
    }

    /** The Jacobian's columns of a parameter, the numbers of which a writer counts. */
    CodeBlock columns(Parameter parameter, String columns) {
        return isNumber(parameter)
                ? CodeBlock.of("$N.next()", columns)
                : CodeBlock.of("$N.next($L)", columns, transfer(parameter).put(CodeBlock.of("$N", shape(parameter))));
    }

    /** The statements that pack the tangents of a direction. */
    static CodeBlock packTangents(GradientNames names, String direction) {
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("$1T $2N = $1T.inputs()", TypeNames.FLAT_WRITER, direction);
        for (Parameter parameter : names.active()) {
            String tangent = names.tangent(parameter);
            code.addStatement(new Transfer(typeOf(parameter), direction)
                    .put(CodeBlock.of("$N", FlatViewClass.field(parameter)), CodeBlock.of("$N", tangent), tangent));
        }
        return code.build();
    }

    String flat() {
        return flat;
    }
}
