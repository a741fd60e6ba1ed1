package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The class behind a flat view Rⁿ → R. */
final class FunctionViewClass extends FlatViewClass {

    FunctionViewClass(Sibling.Tangent tangent, GradientNames names) {
        super(tangent, names);
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
                .addMethod(run("tangent", TypeNames.DUAL)
                        .addStatement("return $L", tangentCall())
                        .build())
                .addMethod(unpack());
    }

    /** The gradient record from a flat gradient. */
    private MethodSpec unpack() {
        String value = names.free("value");
        String flat = names.free("flat");
        FlatCode gradient = inputs(FlatViewClass::field);
        MethodSpec.Builder code = MethodSpec.methodBuilder("unpack")
                .returns(names.record())
                .addParameter(TypeName.DOUBLE, value)
                .addParameter(TypeNames.FLAT, flat);
        if (!gradient.hasArrays()) {
            List<CodeBlock> parts = new ArrayList<>();
            for (int i = 0; i < names.active().size(); i++) {
                parts.add(CodeBlock.of("$N[$L]", flat, i));
            }
            return code.addStatement(
                            "return new $T($N,$W$L)",
                            names.record(),
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
                        shape(parameter));
            }
        }
        gradient.unpackNew(code, flat);
        return code.addStatement("return new $T($N,$W$L)", names.record(), value, gradient.list())
                .build();
    }
}
