package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class behind a flat view Rⁿ → Rᵐ: keeps the outputs of a run until they are packed. */
final class MappingViewClass extends FlatViewClass {
    private final List<Output> outputs;
    private final Optional<Callee> indexSets;
    private final boolean hasResult;

    /** @param indexSets the index-set form of the tangent method, if it has one */
    MappingViewClass(
            Sibling.Tangent tangent,
            GradientNames names,
            List<Output> outputs,
            Optional<LanePlan.Lanes> lanes,
            Optional<RowForm> rows,
            Optional<Callee> indexSets) {
        super(tangent, names, lanes, rows);
        this.outputs = outputs;
        this.indexSets = indexSets;
        this.hasResult = tangent.source().result().carriesDerivative();
    }

    @Override
    ClassName superclass() {
        return TypeNames.FLAT_MAPPING;
    }

    @Override
    void addRuns(TypeSpec.Builder type) {
        if (hasResult) {
            addField(outputs.get(0).value(), type);
            addField(outputs.get(0).tangent(), type);
        }
        type.addMethod(primal()).addMethod(tangent());
        if (hasObjects()) {
            new ObjectOutputs(outputs, names).addTo(type);
        } else {
            FlatCode values = new FlatCode(outputs.stream().map(Output::value).toList(), names);
            FlatCode tangents =
                    new FlatCode(outputs.stream().map(Output::tangent).toList(), names);
            type.addMethod(override("size", TypeName.INT)
                            .addStatement("return $L", values.size())
                            .build())
                    .addMethod(leave("values", names.free("flat"), values))
                    .addMethod(leave("tangents", names.free("flat"), tangents));
        }
        indexSets.ifPresent(form -> type.addMethod(
                new IndexSetPassCode(form, names, outputs).addTo(run("indexSetPass", TypeName.BOOLEAN))));
        type.addMethod(jacobian());
    }

    private boolean hasObjects() {
        return outputs.stream()
                .anyMatch(output -> Transfer.isOfObjects(output.value().type()));
    }

    private static void addField(Slot slot, TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(TypeNames.of(slot.type()), slot.name(), Modifier.PRIVATE)
                .build());
    }

    private MethodSpec primal() {
        MethodSpec.Builder code = run("primal", TypeName.VOID);
        return hasResult
                ? code.addStatement("$N = $L", names.result(), primalCall()).build()
                : code.addStatement(primalCall()).build();
    }

    private MethodSpec tangent() {
        MethodSpec.Builder code = run("tangent", TypeName.VOID);
        if (!hasResult) {
            return code.addStatement(tangentCall()).build();
        }
        keepDual(code, tangentResult(), tangentCall(), outputs.get(0).tangent());
        return code.build();
    }

    @Override
    void addLanePass(LanePlan.Lanes form, CodeBlock arguments, LaneInputs inputs, TypeSpec.Builder type) {
        CodeBlock call = call(form.callee(), arguments);
        MethodSpec.Builder pass = run("lanePass", TypeName.VOID);
        if (hasResult) {
            Slot tangent = resultLanes(inputs.form());
            TypeName dual = tangentResult();
            if (!tangent.equals(outputs.get(0).tangent())) {
                addField(tangent, type);
                TypeName value = TypeNames.of(outputs.get(0).value().type());
                dual = ParameterizedTypeName.get(TypeNames.DUAL_OF, value, TypeNames.of(tangent.type()));
            }
            keepDual(pass, dual, call, tangent);
        } else {
            pass.addStatement(call);
        }
        List<Slot> tangents = outputs.stream()
                .map(output -> output.parameter().map(inputs::slot).orElseGet(() -> resultLanes(inputs.form())))
                .toList();
        type.addMethod(pass.build())
                .addMethod(
                        hasObjects()
                                ? new ObjectOutputs(outputs, names).laneTangents(inputs.form(), tangents)
                                : leave("laneTangents", names.free("flat"), new FlatCode(tangents, names)));
    }

    @Override
    void addRowPass(RowPass pass, TypeSpec.Builder type) {
        Slot value = outputs.get(0).value();
        Slot rows = new Slot(names.free(names.result() + "Rows"), RowPass.type(value.type()));
        addField(rows, type);
        MethodSpec.Builder code = run("rowPass", TypeName.VOID);
        TypeName dual =
                ParameterizedTypeName.get(TypeNames.DUAL_OF, TypeNames.of(value.type()), TypeNames.of(rows.type()));
        keepDual(code, dual, pass.call(CodeBlock.of("")), rows);
        type.addMethod(code.build())
                .addMethod(leave("rowTangents", names.free("flat"), new FlatCode(List.of(rows), names)));
    }

    /** The field for the tangents of the result of a lane pass: that of one direction, if it is of their type. */
    private Slot resultLanes(TangentForm form) {
        Slot single = outputs.get(0).tangent();
        Type type = form.typeOf(outputs.get(0).value().type());
        return single.type().equals(type) ? single : new Slot(names.free(names.result() + "Lanes"), type);
    }

    private void keepDual(MethodSpec.Builder code, TypeName type, CodeBlock call, Slot tangent) {
        String dual = names.free("dual");
        code.addStatement("$T $N = $L", type, dual, call)
                .addStatement("$N = $N.value()", names.result(), dual)
                .addStatement("$N = $N.tangent()", tangent.name(), dual);
    }

    private static MethodSpec leave(String name, String flat, FlatCode outputs) {
        MethodSpec.Builder code = override(name, TypeName.VOID).addParameter(TypeNames.FLAT, flat);
        outputs.pack(code, flat);
        return code.build();
    }

    /** The record of the Jacobian at the start. */
    private MethodSpec jacobian() {
        String columns = names.free("columns");
        CodeBlock values = outputs.stream()
                .map(output -> CodeBlock.of("$N", output.value().name()))
                .collect(CodeBlock.joining(",$W"));
        CodeBlock parts = names.active().stream()
                .map(parameter -> part(parameter, columns))
                .collect(CodeBlock.joining(",$W"));
        MethodSpec.Builder code = MethodSpec.methodBuilder("jacobian")
                .returns(names.record())
                .addStatement("$T $N = jacobianAtStart()", TypeNames.JACOBIAN_COLUMNS, columns);
        if (ObjectInputs.areIn(names)) {
            code.addStatement("$1T $2N = $1T.inputs()", TypeNames.FLAT_WRITER, new ObjectInputs(tangent, names).flat());
        }
        return code.addStatement("return new $T($L,$W$L)", names.record(), values, parts)
                .build();
    }

    private CodeBlock part(Parameter parameter, String columns) {
        if (ObjectInputs.areIn(names)) {
            return new ObjectInputs(tangent, names).columns(parameter, columns);
        }
        return isArray(parameter)
                ? CodeBlock.of("$N.next($T.size($N))", columns, TypeNames.PACKING, shape(parameter))
                : CodeBlock.of("$N.next()", columns);
    }
}
