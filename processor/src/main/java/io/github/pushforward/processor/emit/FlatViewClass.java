package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The class behind a flat view: a field for each parameter, a field for each tangent. Active ones are filled from flat
 * arrays before every pass; constant arrays that the method may write to are restored. What becomes of the outputs is for the
 * kinds of views to say.
 */
abstract class FlatViewClass {
    final Sibling.Tangent tangent;
    final GradientNames names;
    private final Optional<LanePlan.Lanes> lanes;
    private final Optional<RowForm> rows;

    /**
     * @param lanes the lane form of the tangent method, if it has one
     * @param rows its form with rows, if it has one
     */
    FlatViewClass(
            Sibling.Tangent tangent, GradientNames names, Optional<LanePlan.Lanes> lanes, Optional<RowForm> rows) {
        this.tangent = tangent;
        this.names = names;
        this.lanes = lanes;
        this.rows = rows;
    }

    abstract ClassName superclass();

    /** Adds the methods that run the original and its tangent, and what they need. */
    abstract void addRuns(TypeSpec.Builder type);

    /**
     * Adds the methods that run the lane form.
     *
     * @param arguments of the form
     */
    abstract void addLanePass(LanePlan.Lanes form, CodeBlock arguments, LaneInputs inputs, TypeSpec.Builder type);

    /** Adds the methods that run the form with rows. */
    abstract void addRowPass(RowPass pass, TypeSpec.Builder type);

    private void addRows(RowForm form, TypeSpec.Builder type) {
        RowPass pass = new RowPass(form, names);
        pass.addTo(type);
        addRowPass(pass, type);
    }

    private void addLanes(LanePlan.Lanes form, TypeSpec.Builder type) {
        LaneInputs inputs = new LaneInputs(form.count(), this, parameter -> field(parameter));
        inputs.addFields(names.active(), type);
        String directions = names.free("directions");
        MethodSpec.Builder direct = override("directLanes", TypeName.VOID).addParameter(TypeNames.FLAT, directions);
        if (ObjectInputs.areIn(names)) {
            inputs.fillObjects(directions, direct);
        } else {
            inputs.direct(directions, direct);
        }
        type.addMethod(inputs.count("lanes")).addMethod(direct.build());
        CodeBlock tangents = inputs.arguments(names.active()).stream().collect(CodeBlock.joining(",$W"));
        addLanePass(form, CodeBlock.of("$L,$W$L", list(names.parameters()), tangents), inputs, type);
    }

    final TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.function().simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(superclass());
        if (ObjectInputs.areIn(names)) {
            new ObjectInputs(tangent, names).addTo(type);
        } else {
            addInputs(type);
        }
        addRuns(type);
        lanes.ifPresent(form -> addLanes(form, type));
        rows.ifPresent(form -> addRows(form, type));
        return type.build();
    }

    private void addInputs(TypeSpec.Builder type) {
        for (Parameter parameter : names.parameters()) {
            addFields(parameter, type);
        }
        type.addMethod(constructor())
                .addMethod(pack())
                .addMethod(fill("enter", names.free("point"), FlatViewClass::field, true))
                .addMethod(fill("direct", names.free("direction"), names::tangent, false));
    }

    static String field(Parameter parameter) {
        return parameter.local().name();
    }

    static TypeName type(Parameter parameter) {
        return TypeNames.of(parameter.local().type());
    }

    static boolean isArray(Parameter parameter) {
        return parameter.local().type().isArray();
    }

    /** Whether a pass may write to a constant array, which the next one must find as it was. */
    private boolean isRestored(Parameter parameter) {
        return !parameter.active() && isWritten(parameter);
    }

    /** Whether a pass may write to an array. */
    final boolean isWritten(Parameter parameter) {
        return tangent.written().get(names.parameters().indexOf(parameter));
    }

    final String original(Parameter parameter) {
        return names.free(field(parameter) + "Original");
    }

    /** Whether a pass may put other rows into an array, so that they have to be put back before the next one. */
    final boolean isRenewed(Parameter parameter) {
        return parameter.local().type().rank() > 1 && isWritten(parameter);
    }

    private boolean keepsOriginal(Parameter parameter) {
        return isRestored(parameter) || isRenewed(parameter);
    }

    /** The field that has the shape of an active parameter after a pass as well. */
    final String shape(Parameter parameter) {
        return isRenewed(parameter) ? original(parameter) : field(parameter);
    }

    /** Active parameters, or what belongs to them. */
    final FlatCode inputs(Function<Parameter, String> name) {
        return new FlatCode(
                names.active().stream()
                        .map(parameter -> new Slot(
                                name.apply(parameter), parameter.local().type()))
                        .toList(),
                names);
    }

    private void addFields(Parameter parameter, TypeSpec.Builder type) {
        boolean isVariable = parameter.active() && !isArray(parameter);
        type.addField(field(parameter, field(parameter), isVariable));
        if (parameter.active()) {
            type.addField(field(parameter, names.tangent(parameter), isVariable));
        }
        if (keepsOriginal(parameter)) {
            type.addField(field(parameter, original(parameter), false));
        }
        if (isRenewed(parameter)) {
            addKeeper(field(parameter), type);
            if (parameter.active()) {
                addKeeper(names.tangent(parameter), type);
            }
        }
    }

    final void addKeeper(String name, TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(TypeNames.KEPT_ARRAYS, rows(name), Modifier.PRIVATE, Modifier.FINAL)
                .build());
    }

    /** The field that knows which rows belong into an array. */
    final String rows(String name) {
        return names.free(name + "Rows");
    }

    final FieldSpec field(Parameter parameter, String name, boolean isVariable) {
        TypeName type = TypeNames.of(new ViewSignature(tangent).type(parameter));
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
        return (isVariable ? field : field.addModifiers(Modifier.FINAL)).build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder code =
                MethodSpec.constructorBuilder().addParameters(new ViewSignature(tangent).parameters());
        code.addStatement("super(pack($L))", inputs(FlatViewClass::field).list());
        names.parameters().forEach(parameter -> keep(parameter, code));
        keepMore(code);
        return code.build();
    }

    /** Makes further fields that stay as they are. */
    void keepMore(MethodSpec.Builder constructor) {}

    /** Scalars are assigned before every pass. */
    private void keep(Parameter parameter, MethodSpec.Builder code) {
        String name = field(parameter);
        if (parameter.active() && isRenewed(parameter)) {
            // A copy, so that its shape stays that of the packed start.
            code.addStatement("this.$N = $T.copy($N)", original(parameter), TypeNames.SHADOWS, name);
            code.addStatement("this.$1N = $2T.copy($1N)", name, TypeNames.SHADOWS);
            keepRows(name, "rowsOf", code);
            code.addStatement("this.$N = $T.zeros($N)", names.tangent(parameter), TypeNames.SHADOWS, name);
            keepRows(names.tangent(parameter), "rowsOf", code);
        } else if (parameter.active() && isArray(parameter)) {
            code.addStatement("this.$1N = $2T.copy($1N)", name, TypeNames.SHADOWS);
            code.addStatement("this.$N = $T.zeros($N)", names.tangent(parameter), TypeNames.SHADOWS, name);
        } else if (isRestored(parameter)) {
            code.addStatement("this.$N = $N", original(parameter), name);
            code.addStatement("this.$1N = $2T.copy($1N)", name, TypeNames.SHADOWS);
            if (isRenewed(parameter)) {
                keepRows(name, "of", code);
            }
        } else if (!parameter.active()) {
            code.addStatement("this.$1N = $1N", name);
        }
    }

    final void keepRows(String name, String kept, MethodSpec.Builder code) {
        code.addStatement("$N = $T.$L(this.$N)", rows(name), TypeNames.KEPT_ARRAYS, kept, name);
    }

    private MethodSpec pack() {
        MethodSpec.Builder code =
                MethodSpec.methodBuilder("pack").addModifiers(Modifier.STATIC).returns(TypeNames.FLAT);
        names.active().forEach(parameter -> code.addParameter(type(parameter), field(parameter)));
        FlatCode inputs = inputs(FlatViewClass::field);
        if (!inputs.hasArrays()) {
            return code.addStatement("return new double[] {$L}", inputs.list()).build();
        }
        String flat = names.free("flat");
        code.addStatement("double[] $N = new double[$L]", flat, inputs.size());
        inputs.pack(code, flat);
        return code.addStatement("return $N", flat).build();
    }

    private MethodSpec fill(String name, String flat, Function<Parameter, String> target, boolean restores) {
        MethodSpec.Builder code = override(name, TypeName.VOID).addParameter(TypeNames.FLAT, flat);
        for (Parameter parameter : names.active()) {
            if (isRenewed(parameter)) {
                code.addStatement("$N.restore()", rows(target.apply(parameter)));
            }
        }
        inputs(target).unpack(code, flat);
        for (Parameter parameter : names.parameters()) {
            if (restores && isRestored(parameter)) {
                restore(parameter, code);
            }
        }
        return code.build();
    }

    private void restore(Parameter parameter, MethodSpec.Builder code) {
        if (isRenewed(parameter)) {
            code.addStatement("$N.restore()", rows(field(parameter)));
        } else {
            // The method may do without the array.
            code.beginControlFlow("if ($N != null)", original(parameter))
                    .addStatement(
                            "$1T.arraycopy($2N, 0, $3N, 0, $3N.length)",
                            System.class,
                            original(parameter),
                            field(parameter))
                    .endControlFlow();
        }
    }

    static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    /** An inherited method that runs the original or its tangent, and throws what that does. */
    final MethodSpec.Builder run(String name, TypeName result) {
        return override(name, result).addExceptions(OriginalSignature.thrown(tangent.source()));
    }

    /** The call of the original on the inputs. */
    final CodeBlock primalCall() {
        Callee original = tangent.source().callee();
        List<Parameter> parameters = names.parameters();
        if (original.invocation() == Callee.Invocation.VIRTUAL) {
            CodeBlock values = list(parameters.subList(1, parameters.size()));
            return CodeBlock.of("$N.$N($L)", field(parameters.get(0)), original.name(), values);
        }
        return call(original, list(parameters));
    }

    /** The call of the tangent method on the inputs and their tangents. */
    final CodeBlock tangentCall() {
        CodeBlock tangents = inputs(names::tangent).list();
        return call(tangent.tangent().callee(), CodeBlock.of("$L,$W$L", list(names.parameters()), tangents));
    }

    final TypeName tangentResult() {
        return TypeNames.of(tangent.tangent().result());
    }

    static CodeBlock list(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$N", field(parameter)))
                .collect(CodeBlock.joining(",$W"));
    }

    static CodeBlock call(Callee method, CodeBlock arguments) {
        return CodeBlock.of("$T.$N($L)", TypeNames.of(method.owner()), method.name(), arguments);
    }
}
