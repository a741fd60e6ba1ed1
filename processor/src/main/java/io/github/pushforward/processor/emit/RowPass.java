package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a flat view has for passes along many directions: the rows of the active parameters, and those that passes write to. */
final class RowPass {
    private final RowForm form;
    private final GradientNames names;

    RowPass(RowForm form, GradientNames names) {
        this.form = form;
        this.names = names;
    }

    /** The type of the rows for the tangent of a number, or of an array of such. */
    static Type type(Type active) {
        return new ArrayType(active instanceof ArrayType array ? type(array.component()) : Primitive.DOUBLE);
    }

    private String field(Parameter parameter) {
        return names.free(FlatViewClass.field(parameter) + "Rows");
    }

    private String scratch() {
        return names.free("rows");
    }

    private String lanes() {
        return names.free("rowLanes");
    }

    void addTo(TypeSpec.Builder type) {
        for (Parameter parameter : names.active()) {
            addField(TypeNames.of(type(parameter.local().type())), field(parameter), type);
        }
        addField(TypeNames.ROWS, scratch(), type);
        addField(TypeName.INT, lanes(), type);
        type.addMethod(FlatViewClass.override("hasRows", TypeName.BOOLEAN)
                        .addStatement("return true")
                        .build())
                .addMethod(direct());
    }

    private static void addField(TypeName type, String name, TypeSpec.Builder builder) {
        builder.addField(FieldSpec.builder(type, name, Modifier.PRIVATE).build());
    }

    private MethodSpec direct() {
        String directions = names.free("directions");
        String lanes = names.free("lanes");
        MethodSpec.Builder code = FlatViewClass.override("directRows", TypeName.VOID)
                .addParameter(TypeNames.ROWS, directions)
                .addParameter(TypeName.INT, lanes);
        CodeBlock at = CodeBlock.of("0");
        List<Parameter> active = names.active();
        boolean isDeclared = false;
        for (int i = 0; i < active.size(); i++) {
            Parameter parameter = active.get(i);
            String shape = FlatViewClass.field(parameter);
            boolean isArray = FlatViewClass.isArray(parameter);
            code.addStatement(
                    isArray
                            ? CodeBlock.of(
                                    "$N = $T.of($N, $N, $L)",
                                    field(parameter),
                                    TypeNames.LANE_ROWS,
                                    shape,
                                    directions,
                                    at)
                            : CodeBlock.of("$N = $N[$L]", field(parameter), directions, at));
            if (i + 1 < active.size()) {
                String next = names.free("at");
                CodeBlock size = isArray ? CodeBlock.of("$T.size($N)", TypeNames.PACKING, shape) : CodeBlock.of("1");
                code.addStatement(isDeclared ? "$N += $L" : "int $N = $L", next, size);
                isDeclared = true;
                at = CodeBlock.of("$N", next);
            }
        }
        return code.addStatement("this.$N = new double[$L][$N]", scratch(), form.rows(), lanes)
                .addStatement("this.$N = $N", lanes(), lanes)
                .build();
    }

    /**
     * The call of the form.
     *
     * @param derivatives where the value is a number: what receives the derivatives
     */
    CodeBlock call(CodeBlock derivatives) {
        CodeBlock.Builder arguments = CodeBlock.builder().add(FlatViewClass.list(names.parameters()));
        names.active().forEach(parameter -> arguments.add(",$W$N", field(parameter)));
        arguments.add(derivatives).add(",$W$N,$W$N", scratch(), lanes());
        return FlatViewClass.call(form.method().callee(), arguments.build());
    }
}
