package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** The methods of a flat view that pack its outputs, some of which are objects. */
final class ObjectOutputs {
    private final List<Output> outputs;
    private final String flat;
    private final String numbers;

    ObjectOutputs(List<Output> outputs, GradientNames names) {
        this.outputs = outputs;
        this.flat = names.free("flat");
        this.numbers = names.free("numbers");
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(size()).addMethod(values()).addMethod(tangents());
    }

    /** @param tangents the field of each output that holds its tangents of a lane pass */
    MethodSpec laneTangents(TangentForm form, List<Slot> tangents) {
        MethodSpec.Builder code = FlatViewClass.override("laneTangents", TypeName.VOID)
                .addParameter(TypeNames.FLAT, numbers)
                .addStatement(
                        "$1T $2N = $1T.outputs($3N, $4L)", TypeNames.FLAT_WRITER, flat, numbers, form.directions());
        for (int i = 0; i < outputs.size(); i++) {
            put(outputs.get(i), tangents.get(i), form, code);
        }
        return code.build();
    }

    private MethodSpec size() {
        MethodSpec.Builder code = FlatViewClass.override("size", TypeName.INT)
                .addStatement("$1T $2N = $1T.counter()", TypeNames.FLAT_WRITER, flat);
        putValues(code);
        return code.addStatement("return $N.size()", flat).build();
    }

    private MethodSpec.Builder packing(String name) {
        return FlatViewClass.override(name, TypeName.VOID)
                .addParameter(TypeNames.FLAT, numbers)
                .addStatement("$1T $2N = $1T.outputs($3N)", TypeNames.FLAT_WRITER, flat, numbers);
    }

    private MethodSpec values() {
        MethodSpec.Builder code = packing("values");
        putValues(code);
        return code.build();
    }

    private void putValues(MethodSpec.Builder code) {
        for (Output output : outputs) {
            Slot value = output.value();
            code.addStatement(new Transfer(value.type(), flat).put(CodeBlock.of("$N", value.name())));
        }
    }

    private MethodSpec tangents() {
        MethodSpec.Builder code = packing("tangents");
        outputs.forEach(output -> put(output, output.tangent(), TangentForm.SINGLE, code));
        return code.build();
    }

    private void put(Output output, Slot tangent, TangentForm form, MethodSpec.Builder code) {
        Slot value = output.value();
        code.addStatement(new Transfer(value.type(), flat, form)
                .put(CodeBlock.of("$N", value.name()), CodeBlock.of("$N", tangent.name()), output.component()));
    }
}
