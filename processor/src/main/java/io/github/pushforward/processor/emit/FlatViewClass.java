package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The class behind a flat view Rⁿ → R: a field for each parameter, a field for each tangent. Active ones are filled from
 * flat arrays before every pass; constant arrays that the method may write to are restored.
 */
final class FlatViewClass {
    private final Sibling.Tangent tangent;
    private final GradientNames names;

    private FlatViewClass(Sibling.Tangent tangent, GradientNames names) {
        this.tangent = tangent;
        this.names = names;
    }

    static TypeSpec of(Sibling.Tangent tangent, GradientNames names) {
        return new FlatViewClass(tangent, names).build();
    }

    private TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.function().simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(TypeNames.FLAT_FUNCTION);
        for (Parameter parameter : names.parameters()) {
            addFields(parameter, type);
        }
        return type.addMethod(constructor())
                .addMethod(pack())
                .addMethod(fill("enter", names.free("point"), FlatViewClass::field, true))
                .addMethod(fill("direct", names.free("direction"), names::tangent, false))
                .addMethod(run("primal", TypeName.DOUBLE, tangent.source().callee(), false))
                .addMethod(run("tangent", TypeNames.DUAL, tangent.tangent().callee(), true))
                .addMethod(unpack())
                .build();
    }

    private static String field(Parameter parameter) {
        return parameter.local().name();
    }

    private static TypeName type(Parameter parameter) {
        return TypeNames.of(parameter.local().type());
    }

    private static boolean isArray(Parameter parameter) {
        return parameter.local().type().isArray();
    }

    /** Whether a pass may write to a constant array, which the next one must find as it was. */
    private boolean isRestored(Parameter parameter) {
        return !parameter.active() && tangent.written().get(names.parameters().indexOf(parameter));
    }

    private String original(Parameter parameter) {
        return names.free(field(parameter) + "Original");
    }

    /** Whether a pass may put other rows into an array, so that only a new copy is what the array was. */
    private boolean isRenewed(Parameter parameter) {
        return parameter.local().type().rank() > 1
                && tangent.written().get(names.parameters().indexOf(parameter));
    }

    private boolean keepsOriginal(Parameter parameter) {
        return isRestored(parameter) || isRenewed(parameter);
    }

    private void addFields(Parameter parameter, TypeSpec.Builder type) {
        boolean isVariable = isRenewed(parameter) || (parameter.active() && !isArray(parameter));
        type.addField(field(parameter, field(parameter), isVariable));
        if (parameter.active()) {
            type.addField(field(parameter, names.tangent(parameter), isVariable));
        }
        if (keepsOriginal(parameter)) {
            type.addField(field(parameter, original(parameter), false));
        }
    }

    private static FieldSpec field(Parameter parameter, String name, boolean isVariable) {
        FieldSpec.Builder field = FieldSpec.builder(type(parameter), name, Modifier.PRIVATE);
        return (isVariable ? field : field.addModifiers(Modifier.FINAL)).build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder code = MethodSpec.constructorBuilder();
        GradientClass.parameters(names).forEach(code::addParameter);
        code.addStatement("super(pack($L))", list(names.active(), FlatViewClass::field));
        for (Parameter parameter : names.parameters()) {
            String name = field(parameter);
            if (keepsOriginal(parameter)) {
                code.addStatement("this.$N = $N", original(parameter), name);
            }
            if (isArray(parameter) && (parameter.active() || isRestored(parameter))) {
                code.addStatement("this.$1N = $2T.copy($1N)", name, TypeNames.SHADOWS);
            }
            if (isArray(parameter) && parameter.active()) {
                code.addStatement("this.$N = $T.zeros($N)", names.tangent(parameter), TypeNames.SHADOWS, name);
            } else if (!parameter.active() && !isRestored(parameter)) {
                code.addStatement("this.$1N = $1N", name);
            }
        }
        return code.build();
    }

    private static CodeBlock list(List<Parameter> parameters, Function<Parameter, String> name) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$N", name.apply(parameter)))
                .collect(CodeBlock.joining(",$W"));
    }

    private MethodSpec pack() {
        MethodSpec.Builder code =
                MethodSpec.methodBuilder("pack").addModifiers(Modifier.STATIC).returns(TypeNames.FLAT);
        List<Parameter> active = names.active();
        active.forEach(parameter -> code.addParameter(type(parameter), field(parameter)));
        if (active.stream().noneMatch(FlatViewClass::isArray)) {
            return code.addStatement("return new double[] {$L}", list(active, FlatViewClass::field))
                    .build();
        }
        String flat = names.free("flat");
        code.addStatement("double[] $N = new double[$L]", flat, size());
        walk(
                code,
                (parameter, position) -> isArray(parameter)
                        ? CodeBlock.of("$T.pack($N, $N, $L)", TypeNames.PACKING, field(parameter), flat, position)
                        : CodeBlock.of("$N[$L] = $N", flat, position, field(parameter)));
        return code.addStatement("return $N", flat).build();
    }

    private CodeBlock size() {
        List<CodeBlock> terms = new ArrayList<>();
        long scalars =
                names.active().stream().filter(parameter -> !isArray(parameter)).count();
        for (Parameter parameter : names.active()) {
            if (isArray(parameter)) {
                terms.add(CodeBlock.of("$T.size($N)", TypeNames.PACKING, field(parameter)));
            }
        }
        if (scalars > 0) {
            terms.add(CodeBlock.of("$L", scalars));
        }
        return terms.stream().collect(CodeBlock.joining(" + "));
    }

    private interface Transfer {
        /** The code that moves one parameter, from or to a position in a flat array. */
        CodeBlock of(Parameter parameter, CodeBlock position);
    }

    /** Moves every active parameter in order; moving an array yields the position after it. */
    private void walk(MethodSpec.Builder code, Transfer transfer) {
        String at = names.free("at");
        List<Parameter> active = names.active();
        int constantOffset = 0;
        boolean counting = false;
        for (Parameter parameter : active) {
            boolean isLast = parameter.equals(active.get(active.size() - 1));
            CodeBlock position = counting ? CodeBlock.of("$N", at) : CodeBlock.of("$L", constantOffset);
            if (!isArray(parameter)) {
                boolean steps = counting && !isLast;
                code.addStatement(transfer.of(parameter, steps ? CodeBlock.of("$N++", at) : position));
                constantOffset++;
            } else if (isLast) {
                code.addStatement(transfer.of(parameter, position));
            } else {
                code.addStatement(counting ? "$N = $L" : "int $N = $L", at, transfer.of(parameter, position));
                counting = true;
            }
        }
    }

    private MethodSpec fill(String name, String flat, Function<Parameter, String> target, boolean restores) {
        MethodSpec.Builder code = override(name, TypeName.VOID).addParameter(TypeNames.FLAT, flat);
        for (Parameter parameter : names.active()) {
            if (isRenewed(parameter)) {
                String make = restores ? "copy" : "zeros";
                code.addStatement(
                        "$N = $T.$L($N)", target.apply(parameter), TypeNames.SHADOWS, make, original(parameter));
            }
        }
        walk(
                code,
                (parameter, position) -> isArray(parameter)
                        ? CodeBlock.of(
                                "$T.unpack($N, $L, $N)", TypeNames.PACKING, flat, position, target.apply(parameter))
                        : CodeBlock.of("$N = $N[$L]", target.apply(parameter), flat, position));
        for (Parameter parameter : names.parameters()) {
            if (restores && isRestored(parameter)) {
                restore(parameter, code);
            }
        }
        return code.build();
    }

    private void restore(Parameter parameter, MethodSpec.Builder code) {
        if (isRenewed(parameter)) {
            code.addStatement("$N = $T.copy($N)", field(parameter), TypeNames.SHADOWS, original(parameter));
        } else {
            code.addStatement(
                    "$T.arraycopy($N, 0, $N, 0, $N.length)",
                    System.class,
                    original(parameter),
                    field(parameter),
                    field(parameter));
        }
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    private MethodSpec run(String name, TypeName result, Callee method, boolean withTangents) {
        List<Parameter> parameters = names.parameters();
        boolean isOnObject = method.invocation() == Callee.Invocation.VIRTUAL;
        CodeBlock target = isOnObject
                ? CodeBlock.of("$N", field(parameters.get(0)))
                : CodeBlock.of("$T", TypeNames.of(method.owner()));
        CodeBlock values =
                list(isOnObject ? parameters.subList(1, parameters.size()) : parameters, FlatViewClass::field);
        CodeBlock arguments =
                withTangents ? CodeBlock.of("$L,$W$L", values, list(names.active(), names::tangent)) : values;
        MethodSpec.Builder code = override(name, result);
        tangent.source().thrown().forEach(exception -> code.addException(TypeNames.of(exception)));
        return code.addStatement("return $L.$N($L)", target, method.name(), arguments)
                .build();
    }

    /** The gradient record from a flat gradient. */
    private MethodSpec unpack() {
        String value = names.free("value");
        String flat = names.free("flat");
        MethodSpec.Builder code = MethodSpec.methodBuilder("unpack")
                .returns(names.gradient())
                .addParameter(TypeName.DOUBLE, value)
                .addParameter(TypeNames.FLAT, flat);
        if (names.active().stream().noneMatch(FlatViewClass::isArray)) {
            List<CodeBlock> parts = new ArrayList<>();
            for (int i = 0; i < names.active().size(); i++) {
                parts.add(CodeBlock.of("$N[$L]", flat, i));
            }
            return code.addStatement(
                            "return new $T($N,$W$L)",
                            names.gradient(),
                            value,
                            parts.stream().collect(CodeBlock.joining(",$W")))
                    .build();
        }
        for (Parameter parameter : names.active()) {
            if (isArray(parameter)) {
                code.addStatement(
                        "$T $N = $T.zeros(this.$N)",
                        type(parameter),
                        field(parameter),
                        TypeNames.SHADOWS,
                        field(parameter));
            }
        }
        walk(
                code,
                (parameter, position) -> isArray(parameter)
                        ? CodeBlock.of("$T.unpack($N, $L, $N)", TypeNames.PACKING, flat, position, field(parameter))
                        : CodeBlock.of("$T $N = $N[$L]", TypeName.DOUBLE, field(parameter), flat, position));
        return code.addStatement(
                        "return new $T($N,$W$L)", names.gradient(), value, list(names.active(), FlatViewClass::field))
                .build();
    }
}
