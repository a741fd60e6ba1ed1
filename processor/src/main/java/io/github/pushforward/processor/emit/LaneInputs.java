package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The tangents of a lane pass in a flat view: an array for each active parameter, interleaved by lane, made when it is first needed; a
 * number has one of W elements. Those of objects are made anew for every pass.
 */
final class LaneInputs {
    private static final Type FLAT = new ArrayType(Primitive.DOUBLE);

    private final int lanes;
    private final FlatViewClass view;
    private final GradientNames names;
    private final Function<Parameter, String> tangent;
    private final TangentForm form;

    /** @param tangent what the tangent of a parameter is called, of which these are the lanes */
    LaneInputs(int lanes, FlatViewClass view, Function<Parameter, String> tangent) {
        this.lanes = lanes;
        this.view = view;
        this.names = view.names;
        this.tangent = tangent;
        this.form = new TangentForm(lanes);
    }

    TangentForm form() {
        return form;
    }

    /** Adds the fields for the tangents of some parameters. */
    void addFields(List<Parameter> parameters, TypeSpec.Builder type) {
        for (Parameter parameter : parameters) {
            FieldSpec.Builder field =
                    FieldSpec.builder(TypeNames.of(type(parameter)), field(parameter), Modifier.PRIVATE);
            if (isNumber(parameter)) {
                field.addModifiers(Modifier.FINAL).initializer("new $T[$L]", FlatViewClass.type(parameter), lanes);
            }
            type.addField(field.build());
            if (view.isRenewed(parameter)) {
                String rows = view.rows(field(parameter));
                type.addField(FieldSpec.builder(TypeNames.KEPT_ARRAYS, rows, Modifier.PRIVATE)
                        .build());
            }
        }
    }

    /** An inherited method that says how many lanes there are. */
    MethodSpec count(String name) {
        return FlatViewClass.override(name, TypeName.INT)
                .addStatement("return $L", lanes)
                .build();
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.local().type().isFloating();
    }

    private Type type(Parameter parameter) {
        Type type = parameter.local().type();
        return isNumber(parameter) ? new ArrayType(type) : form.typeOf(type);
    }

    private String field(Parameter parameter) {
        return names.free(tangent.apply(parameter) + "Lanes");
    }

    Slot slot(Parameter parameter) {
        return new Slot(field(parameter), type(parameter));
    }

    /** Whether the directions of a pass serve as the tangents of the one active parameter: no pass writes to them, and they have its shape. */
    private boolean areDirections() {
        List<Parameter> active = names.active();
        return active.size() == 1 && active.get(0).local().type().equals(FLAT) && !view.isWritten(active.get(0));
    }

    /** The statements that give all active parameters the tangents of a pass, from directions that stay what they are until its end. */
    void direct(String directions, MethodSpec.Builder code) {
        if (areDirections()) {
            code.addStatement("$N = $N", field(names.active().get(0)), directions);
            return;
        }
        make(names.active(), false, code);
        fill(directions, code);
    }

    /**
     * The statements that make the arrays for the tangents of some parameters before the first pass, and put their rows back into their
     * places before each.
     *
     * @param areZeros whether rows that are put back are to be zeros again
     */
    void make(List<Parameter> parameters, boolean areZeros, MethodSpec.Builder code) {
        for (Parameter parameter : parameters) {
            if (!FlatViewClass.isArray(parameter)) {
                continue;
            }
            String name = field(parameter);
            code.beginControlFlow("if ($N == null)", name)
                    .addStatement("$N = $T.zeros($N, $L)", name, TypeNames.SHADOWS, view.shape(parameter), lanes);
            if (view.isRenewed(parameter)) {
                view.keepRows(name, areZeros ? "of" : "rowsOf", code);
            }
            code.endControlFlow();
            if (view.isRenewed(parameter)) {
                code.addStatement("$N.restore()", view.rows(name));
            }
        }
    }

    /** The statements that fill the tangents of all active parameters from a flat array, interleaved by lane. */
    void fill(String directions, MethodSpec.Builder code) {
        new FlatCode(names.active().stream().map(this::slot).toList(), names).unpack(code, directions);
    }

    /** The same where some of them are objects, which are made on the way. */
    void fillObjects(String directions, MethodSpec.Builder code) {
        ObjectInputs inputs = new ObjectInputs(view.tangent, names);
        code.addStatement("$T $N = laneReader($N)", TypeNames.FLAT_READER, inputs.flat(), directions);
        for (Parameter parameter : names.active()) {
            CodeBlock next = inputs.tangentOf(parameter, form);
            if (!isNumber(parameter)) {
                code.addStatement("$N = $L", field(parameter), next);
                continue;
            }
            for (int lane = 0; lane < lanes; lane++) {
                code.addStatement("$N[$L] = $L", field(parameter), lane, next);
            }
        }
    }

    /** The arguments for the tangents of some parameters. */
    List<CodeBlock> arguments(List<Parameter> parameters) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (!isNumber(parameter)) {
                arguments.add(CodeBlock.of("$N", field(parameter)));
                continue;
            }
            for (int lane = 0; lane < lanes; lane++) {
                arguments.add(CodeBlock.of("$N[$L]", field(parameter), lane));
            }
        }
        return arguments;
    }

    /** Whether a pass has lanes for the unit directions of all inputs, two or more of them, and these are numbers: {@link #units()} are written out then. */
    boolean haveUnits() {
        int inputs = names.active().size();
        return inputs > 1 && inputs <= lanes && names.active().stream().allMatch(LaneInputs::isNumber);
    }

    /** The tangents along the unit directions of all inputs; those of the lanes left over are zeros. */
    CodeBlock units() {
        List<CodeBlock> units = new ArrayList<>();
        for (int input = 0; input < names.active().size(); input++) {
            String suffix = names.active().get(input).local().type() == Primitive.FLOAT ? "F" : "";
            for (int lane = 0; lane < lanes; lane++) {
                units.add(CodeBlock.of("$L$L", lane == input ? "1.0" : "0.0", suffix));
            }
        }
        return units.stream().collect(CodeBlock.joining(",$W"));
    }
}
