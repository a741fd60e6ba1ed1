package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The tangents of a lane pass in a flat view: an array for each active parameter, interleaved by lane, made when it is first needed; a
 * number has one of W elements.
 */
final class LaneInputs {
    private static final Type FLAT = new ArrayType(Primitive.DOUBLE);

    private final LanePlan.Lanes lanes;
    private final FlatViewClass view;
    private final GradientNames names;

    LaneInputs(LanePlan.Lanes lanes, FlatViewClass view) {
        this.lanes = lanes;
        this.view = view;
        this.names = view.names;
    }

    void addTo(TypeSpec.Builder type) {
        for (Parameter parameter : names.active()) {
            FieldSpec.Builder field =
                    FieldSpec.builder(TypeNames.of(type(parameter)), field(parameter), Modifier.PRIVATE);
            if (!FlatViewClass.isArray(parameter)) {
                field.addModifiers(Modifier.FINAL)
                        .initializer("new $T[$L]", FlatViewClass.type(parameter), lanes.count());
            }
            type.addField(field.build());
        }
        type.addMethod(FlatViewClass.override("lanes", TypeName.INT)
                        .addStatement("return $L", lanes.count())
                        .build())
                .addMethod(direct());
    }

    private static Type type(Parameter parameter) {
        Type type = parameter.local().type();
        return type.isArray() ? type : new ArrayType(type);
    }

    private String field(Parameter parameter) {
        return names.free(parameter.local().name() + "Lanes");
    }

    Slot slot(Parameter parameter) {
        return new Slot(field(parameter), type(parameter));
    }

    /** Whether the directions serve as the tangents of the one active parameter: no pass writes to them, and they have its shape. */
    private boolean areDirections() {
        List<Parameter> active = names.active();
        return active.size() == 1 && active.get(0).local().type().equals(FLAT) && !view.isWritten(active.get(0));
    }

    private MethodSpec direct() {
        String directions = names.free("directions");
        MethodSpec.Builder code =
                FlatViewClass.override("directLanes", TypeName.VOID).addParameter(TypeNames.FLAT, directions);
        if (areDirections()) {
            return code.addStatement("$N = $N", field(names.active().get(0)), directions)
                    .build();
        }
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

    /** The call of the lane form on the inputs and the tangents of all lanes. */
    CodeBlock call() {
        List<CodeBlock> arguments = new ArrayList<>();
        names.parameters().forEach(parameter -> arguments.add(CodeBlock.of("$N", FlatViewClass.field(parameter))));
        for (Parameter parameter : names.active()) {
            if (FlatViewClass.isArray(parameter)) {
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
