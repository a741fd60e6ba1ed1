package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.RowForm;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The class behind a flat view Rⁿ → R with second derivatives: as that without, and a second tangent for each active parameter. What
 * the first tangents of written arrays turn into has its derivative in arrays of its own, which start from zero before every pass.
 */
final class TwiceViewClass extends FunctionViewClass {
    private final SecondOrder.Form form;

    private final Optional<LanePlan.Lanes> secondLanes;

    /** @param secondLanes the lane form of the second-order method, if it has one */
    TwiceViewClass(
            SecondOrder.Twice twice,
            GradientNames names,
            Optional<LanePlan.Lanes> lanes,
            Optional<RowForm> rows,
            Optional<LanePlan.Lanes> secondLanes) {
        super(twice.first(), names, lanes, rows);
        this.secondLanes = secondLanes;
        this.form = twice.alongConstants();
    }

    @Override
    ClassName superclass() {
        return TypeNames.TWICE_FLAT_FUNCTION;
    }

    private String second(Parameter parameter) {
        return names.free(field(parameter) + "Tangent2");
    }

    private String mixed(Parameter parameter) {
        return names.free(field(parameter) + "Second");
    }

    /** The parameters whose first tangents change along the second direction. */
    private List<Parameter> changing() {
        List<Parameter> changing = new ArrayList<>();
        for (int i = 0; i < names.active().size(); i++) {
            if (form.active().get(names.parameters().size() + i)) {
                changing.add(names.active().get(i));
            }
        }
        return changing;
    }

    @Override
    void addRuns(TypeSpec.Builder type) {
        super.addRuns(type);
        for (Parameter parameter : names.active()) {
            addField(parameter, second(parameter), type);
        }
        for (Parameter parameter : changing()) {
            addField(parameter, mixed(parameter), type);
        }
        type.addMethod(directSecond()).addMethod(secondOrder());
        secondLanes.ifPresent(form -> addSecondLanes(form, type));
    }

    private void addSecondLanes(LanePlan.Lanes form, TypeSpec.Builder type) {
        LaneInputs seconds = new LaneInputs(form.count(), this, this::second);
        LaneInputs mixed = new LaneInputs(form.count(), this, this::mixed);
        seconds.addFields(names.active(), type);
        mixed.addFields(changing(), type);
        String directions = names.free("directions");
        MethodSpec.Builder direct =
                override("directSecondLanes", TypeName.VOID).addParameter(TypeNames.FLAT, directions);
        seconds.make(names.active(), false, direct);
        seconds.fill(directions, direct);
        mixed.make(changing(), true, direct);
        for (Parameter parameter : changing()) {
            if (isFilled(parameter)) {
                direct.addStatement(
                        "$T.fill($N, 0)", Arrays.class, mixed.slot(parameter).name());
            }
        }
        type.addMethod(seconds.count("secondLaneCount"))
                .addMethod(direct.build())
                .addMethod(secondLanePass(form, seconds, mixed));
    }

    private MethodSpec secondLanePass(LanePlan.Lanes form, LaneInputs seconds, LaneInputs mixed) {
        List<CodeBlock> arguments = firstArguments();
        arguments.addAll(seconds.arguments(names.active()));
        arguments.addAll(mixed.arguments(changing()));
        String dual = names.free("dual");
        String room = names.free("seconds");
        MethodSpec.Builder code = run("secondLanes", TypeNames.DUAL)
                .addParameter(TypeNames.FLAT, room)
                .addStatement(
                        "$T $N = $L",
                        TypeNames.of(form.callee().result()),
                        dual,
                        call(form.callee(), arguments.stream().collect(CodeBlock.joining(",$W"))));
        for (int lane = 0; lane < form.count(); lane++) {
            code.addStatement("$1N[$2L] = $3N.tangent$2L().tangent()", room, lane, dual);
        }
        return isSingle()
                ? code.addStatement("return new $1T($2N.value().value(), $2N.value().tangent())", TypeNames.DUAL, dual)
                        .build()
                : code.addStatement("return $N.value()", dual).build();
    }

    /** Whether there is one array, which every pass fills. */
    private boolean isFilled(Parameter parameter) {
        return isArray(parameter) && !isRenewed(parameter);
    }

    private void addField(Parameter parameter, String name, TypeSpec.Builder type) {
        type.addField(field(parameter, name, !isArray(parameter)));
        if (isRenewed(parameter)) {
            addKeeper(name, type);
        }
    }

    @Override
    void keepMore(MethodSpec.Builder constructor) {
        for (Parameter parameter : names.active()) {
            if (isArray(parameter)) {
                makeZeros(second(parameter), parameter, "rowsOf", constructor);
            }
        }
        for (Parameter parameter : changing()) {
            makeZeros(mixed(parameter), parameter, "of", constructor);
        }
    }

    private void makeZeros(String name, Parameter parameter, String kept, MethodSpec.Builder constructor) {
        constructor.addStatement("this.$N = $T.zeros($N)", name, TypeNames.SHADOWS, field(parameter));
        if (isRenewed(parameter)) {
            keepRows(name, kept, constructor);
        }
    }

    private MethodSpec directSecond() {
        String direction = names.free("direction");
        MethodSpec.Builder code = override("directSecond", TypeName.VOID).addParameter(TypeNames.FLAT, direction);
        for (Parameter parameter : names.active()) {
            if (isRenewed(parameter)) {
                code.addStatement("$N.restore()", rows(second(parameter)));
            }
        }
        inputs(this::second).unpack(code, direction);
        for (Parameter parameter : changing()) {
            if (isRenewed(parameter)) {
                code.addStatement("$N.restore()", rows(mixed(parameter)));
            } else {
                code.addStatement("$T.fill($N, 0)", Arrays.class, mixed(parameter));
            }
        }
        return code.build();
    }

    private MethodSpec secondOrder() {
        Type dualOfDuals = form.method().result();
        TypeName part = TypeNames.of(((DualType) dualOfDuals).part());
        String dual = names.free("dual");
        String value = names.free("value");
        String tangent = names.free("tangent");
        return run("second", TypeNames.HYPER_DUAL)
                .addStatement("$T $N = $L", TypeNames.of(dualOfDuals), dual, call())
                .addStatement("$T $N = $N.value()", part, value, dual)
                .addStatement("$T $N = $N.tangent()", part, tangent, dual)
                .addStatement(
                        "return new $1T($2N.value(), $2N.tangent(), $3N.value(), $3N.tangent())",
                        TypeNames.HYPER_DUAL,
                        value,
                        tangent)
                .build();
    }

    /** The inputs and their tangents along the first direction. */
    private List<CodeBlock> firstArguments() {
        List<CodeBlock> arguments = new ArrayList<>();
        names.parameters().forEach(parameter -> arguments.add(CodeBlock.of("$N", field(parameter))));
        names.active().forEach(parameter -> arguments.add(CodeBlock.of("$N", names.tangent(parameter))));
        return arguments;
    }

    private CodeBlock call() {
        Callee method = form.method().callee();
        List<CodeBlock> arguments = firstArguments();
        names.active().forEach(parameter -> arguments.add(CodeBlock.of("$N", second(parameter))));
        changing().forEach(parameter -> arguments.add(CodeBlock.of("$N", mixed(parameter))));
        return call(method, arguments.stream().collect(CodeBlock.joining(",$W")));
    }
}
