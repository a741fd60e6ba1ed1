package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The tangents of a lane pass in a flat view: an array for each active parameter, interleaved by lane, made when it is first needed; a
 * number has one of W elements. Those of objects are made anew for every pass.
 */
final class LaneInputs {
    private final LanePlan.Lanes lanes;
    private final FlatViewClass view;
    private final GradientNames names;
    private final TangentForm form;

    LaneInputs(LanePlan.Lanes lanes, FlatViewClass view) {
        this.lanes = lanes;
        this.view = view;
        this.names = view.names;
        this.form = new TangentForm(lanes.count());
    }

    TangentForm form() {
        return form;
    }

    /** What the lane form returns. */
    TypeName result() {
        return TypeNames.of(lanes.callee().result());
    }

    void addTo(TypeSpec.Builder type) {
        for (Parameter parameter : names.active()) {
            FieldSpec.Builder field =
                    FieldSpec.builder(TypeNames.of(type(parameter)), field(parameter), Modifier.PRIVATE);
            if (isNumber(parameter)) {
                field.addModifiers(Modifier.FINAL)
                        .initializer("new $T[$L]", FlatViewClass.type(parameter), lanes.count());
            }
            type.addField(field.build());
        }
        type.addMethod(FlatViewClass.override("lanes", TypeName.INT)
                        .addStatement("return $L", lanes.count())
                        .build())
                .addMethod(ObjectInputs.areIn(names) ? directObjects() : direct());
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.local().type().isFloating();
    }

    private Type type(Parameter parameter) {
        Type type = parameter.local().type();
        return isNumber(parameter) ? new ArrayType(type) : form.typeOf(type);
    }

    private String field(Parameter parameter) {
        return names.free(parameter.local().name() + "Lanes");
    }

    Slot slot(Parameter parameter) {
        return new Slot(field(parameter), type(parameter));
    }

    private MethodSpec direct() {
        String directions = names.free("directions");
        MethodSpec.Builder code =
                FlatViewClass.override("directLanes", TypeName.VOID).addParameter(TypeNames.FLAT, directions);
        for (Parameter parameter : names.active()) {
            CodeBlock zeros = CodeBlock.of("$T.zeros($N, $L)", TypeNames.SHADOWS, view.shape(parameter), lanes.count());
            if (view.isRenewed(parameter)) {
                code.addStatement("$N = $L", field(parameter), zeros);
            } else if (FlatViewClass.isArray(parameter)) {
                code.beginControlFlow("if ($N == null)", field(parameter))
                        .addStatement("$N = $L", field(parameter), zeros)
                        .endControlFlow();
            }
        }
        new FlatCode(names.active().stream().map(this::slot).toList(), names).unpack(code, directions);
        return code.build();
    }

    private MethodSpec directObjects() {
        String directions = names.free("directions");
        ObjectInputs inputs = new ObjectInputs(view.tangent, names);
        MethodSpec.Builder code = FlatViewClass.override("directLanes", TypeName.VOID)
                .addParameter(TypeNames.FLAT, directions)
                .addStatement("$T $N = laneReader($N)", TypeNames.FLAT_READER, inputs.flat(), directions);
        for (Parameter parameter : names.active()) {
            CodeBlock tangent = inputs.tangentOf(parameter, form);
            if (!isNumber(parameter)) {
                code.addStatement("$N = $L", field(parameter), tangent);
                continue;
            }
            for (int lane = 0; lane < lanes.count(); lane++) {
                code.addStatement("$N[$L] = $L", field(parameter), lane, tangent);
            }
        }
        return code.build();
    }

    /** The call of the lane form on the inputs and the tangents of all lanes. */
    CodeBlock call() {
        List<CodeBlock> arguments = new ArrayList<>();
        names.parameters().forEach(parameter -> arguments.add(CodeBlock.of("$N", FlatViewClass.field(parameter))));
        for (Parameter parameter : names.active()) {
            if (!isNumber(parameter)) {
                arguments.add(CodeBlock.of("$N", field(parameter)));
                continue;
            }
            for (int lane = 0; lane < lanes.count(); lane++) {
                arguments.add(CodeBlock.of("$N[$L]", field(parameter), lane));
            }
        }
        return CodeBlock.of(
                "$T.$N($L)",
                TypeNames.of(lanes.callee().owner()),
                lanes.callee().name(),
                arguments.stream().collect(CodeBlock.joining(",$W")));
    }
}
