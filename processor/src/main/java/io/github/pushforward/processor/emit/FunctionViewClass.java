package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Parameter;
import java.util.Optional;

/** The class behind a flat view Rⁿ → R. */
class FunctionViewClass extends FlatViewClass {

    FunctionViewClass(
            Sibling.Tangent tangent, GradientNames names, Optional<LanePlan.Lanes> lanes, Optional<RowForm> rows) {
        super(tangent, names, lanes, rows);
    }

    @Override
    ClassName superclass() {
        return TypeNames.FLAT_FUNCTION;
    }

    @Override
    void addRuns(TypeSpec.Builder type) {
        type.addMethod(run("primal", TypeName.DOUBLE)
                        .addStatement("return $L", primalCall())
                        .build())
                .addMethod(tangent())
                .addMethod(unpack());
    }

    @Override
    void addLanePass(LanePlan.Lanes form, CodeBlock arguments, LaneInputs inputs, TypeSpec.Builder type) {
        type.addMethod(lanePass("tangents", form, arguments));
        if (inputs.haveUnits()) {
            type.addMethod(override("hasUnitPass", TypeName.BOOLEAN)
                            .addStatement("return true")
                            .build())
                    .addMethod(lanePass(
                            "unitTangents", form, CodeBlock.of("$L,$W$L", list(names.parameters()), inputs.units())));
        }
    }

    private MethodSpec lanePass(String name, LanePlan.Lanes form, CodeBlock arguments) {
        String derivatives = names.free("derivatives");
        CodeBlock value = form.storing()
                .map(storing -> call(storing, CodeBlock.of("$L,$W$N", arguments, derivatives)))
                .orElseGet(() -> CodeBlock.of("$L.store($N)", call(form.callee(), arguments), derivatives));
        return run(name, TypeName.DOUBLE)
                .addParameter(TypeNames.FLAT, derivatives)
                .addStatement("return $L", value)
                .build();
    }

    @Override
    void addRowPass(RowPass pass, TypeSpec.Builder type) {
        String derivatives = names.free("derivatives");
        type.addMethod(run("rowTangents", TypeName.DOUBLE)
                .addParameter(TypeNames.FLAT, derivatives)
                .addStatement("return $L", pass.call(CodeBlock.of(",$W$N", derivatives)))
                .build());
    }

    final boolean isSingle() {
        return !tangentResult().equals(TypeNames.DUAL);
    }

    private MethodSpec tangent() {
        MethodSpec.Builder code = run("tangent", TypeNames.DUAL);
        if (!isSingle()) {
            return code.addStatement("return $L", tangentCall()).build();
        }
        String dual = names.free("dual");
        return code.addStatement("$T $N = $L", tangentResult(), dual, tangentCall())
                .addStatement("return new $1T($2N.value(), $2N.tangent())", TypeNames.DUAL, dual)
                .build();
    }

    /** The gradient record from a flat gradient. */
    private MethodSpec unpack() {
        String value = names.free("value");
        String flat = names.free("flat");
        CodeBlock result = CodeBlock.of(isSingle() ? "(float) $N" : "$N", value);
        if (ObjectInputs.areIn(names)) {
            return new ObjectInputs(tangent, names).unpack(value, result);
        }
        FlatCode gradient = inputs(FlatViewClass::field);
        MethodSpec.Builder code = MethodSpec.methodBuilder("unpack")
                .returns(names.record())
                .addParameter(TypeName.DOUBLE, value)
                .addParameter(TypeNames.FLAT, flat);
        if (!gradient.hasArrays()) {
            return code.addStatement("return new $T($L,$W$L)", names.record(), result, gradient.numbers(flat))
                    .build();
        }
        for (Parameter parameter : names.active()) {
            if (isArray(parameter)) {
                code.addStatement(
                        "$T $N = $T.zeros(this.$N)",
                        type(parameter),
                        field(parameter),
                        TypeNames.SHADOWS,
                        shape(parameter));
            }
        }
        gradient.unpackNew(code, flat);
        return code.addStatement("return new $T($L,$W$L)", names.record(), result, gradient.list())
                .build();
    }
}
