package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The method of a flat view that runs the index-set form: numbers the inputs, and hands over the sets of the outputs. */
final class IndexSetPassCode {
    private final Callee form;
    private final GradientNames names;
    private final List<Output> outputs;

    IndexSetPassCode(Callee form, GradientNames names, List<Output> outputs) {
        this.form = form;
        this.names = names;
        this.outputs = outputs;
    }

    MethodSpec addTo(MethodSpec.Builder method) {
        String sets = names.free("sets");
        method.addParameter(TypeNames.INDEX_SET_PASS, sets);
        List<CodeBlock> arguments = new ArrayList<>();
        names.parameters().forEach(parameter -> arguments.add(CodeBlock.of("$N", FlatViewClass.field(parameter))));
        for (Parameter parameter : names.active()) {
            Type type = form.parameterTypes().get(arguments.size());
            CodeBlock inputs = FlatViewClass.isArray(parameter)
                    ? CodeBlock.of("$N.inputs($N)", sets, FlatViewClass.field(parameter))
                    : CodeBlock.of("$N.input()", sets);
            method.addStatement("$T $N = $L", TypeNames.of(type), inputs(parameter), inputs);
            arguments.add(CodeBlock.of("$N", inputs(parameter)));
        }
        CodeBlock call = CodeBlock.of(
                "$T.$N($L)",
                TypeNames.of(form.owner()),
                form.name(),
                arguments.stream().collect(CodeBlock.joining(",$W")));
        addCall(call, sets, method);
        return method.addStatement("return true").build();
    }

    private void addCall(CodeBlock call, String sets, MethodSpec.Builder method) {
        boolean keepsResult =
                outputs.stream().anyMatch(output -> output.parameter().isEmpty());
        if (keepsResult) {
            method.addStatement("$N.outputs($L.inputs())", sets, call);
        } else {
            method.addStatement(call);
        }
        for (Output output : outputs) {
            output.parameter().ifPresent(parameter -> method.addStatement("$N.outputs($N)", sets, inputs(parameter)));
        }
    }

    private String inputs(Parameter parameter) {
        return names.free(parameter.local().name() + "Inputs");
    }
}
