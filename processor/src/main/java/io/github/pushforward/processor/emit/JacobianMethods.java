package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
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
import java.util.stream.Collectors;

/** What a {@code *Gradient} class has for one array-valued method: its Jacobian and its flat view. */
final class JacobianMethods {
    private final Sibling.Tangent tangent;
    private final GradientNames names;
    private final OriginalSignature signature;
    private final List<Output> outputs;
    private final Optional<LanePlan.Lanes> lanes;
    private final Optional<RowForm> rows;
    private final Optional<Callee> indexSets;

    JacobianMethods(
            Sibling.Tangent tangent,
            GradientNames names,
            Optional<LanePlan.Lanes> lanes,
            Optional<RowForm> rows,
            Optional<Callee> indexSets) {
        this.lanes = lanes;
        this.rows = rows;
        this.indexSets = indexSets;
        this.tangent = tangent;
        this.names = names;
        this.signature = new OriginalSignature(tangent.source());
        this.outputs = Output.of(tangent, names);
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(exact());
        if (tangent.isMovable()) {
            type.addMethod(view());
        }
        type.addType(jacobianRecord())
                .addType(new MappingViewClass(tangent, names, outputs, lanes, rows, indexSets).build());
    }

    private MethodSpec exact() {
        return signature
                .running(signature.name(), names.record())
                .addJavadoc(
                        "The exact Jacobian of {@code $L}, $L.\n", signature.name(), GradientClass.passes(lanes, rows))
                .addStatement("return new $T($L).jacobian()", names.function(), new ViewSignature(tangent).arguments())
                .build();
    }

    private MethodSpec view() {
        return signature
                .method(signature.name() + "Function", TypeNames.DIFFERENTIABLE_MAPPING)
                .addJavadoc(
                        "A flat view of {@code $L} for solvers: its active parameters packed in order, and its outputs.\n"
                                + "Serves one thread at a time.\n",
                        signature.name())
                .addStatement(
                        ObjectInputs.detaches(names) ? "return new $T($L).detached()" : "return new $T($L)",
                        names.function(),
                        new ViewSignature(tangent).arguments())
                .build();
    }

    private TypeSpec jacobianRecord() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Output output : outputs) {
            constructor.addParameter(TypeNames.of(output.value().type()), output.component());
        }
        for (Parameter parameter : names.active()) {
            TypeName rows = parameter.local().type().isFloating() ? TypeNames.FLAT : TypeNames.ROWS;
            constructor.addParameter(rows, names.component(parameter));
        }
        return TypeSpec.recordBuilder(names.record().simpleName())
                .addModifiers(signature.access())
                .addJavadoc(describe())
                .recordConstructor(constructor.build())
                .build();
    }

    private CodeBlock describe() {
        if (outputs.size() == 1) {
            return CodeBlock.of(
                    "The value of {@code $L} and its Jacobian: for each active parameter, a row for each number of the "
                            + "value.\n",
                    signature.name());
        }
        return CodeBlock.of(
                "The outputs of {@code $L} and its Jacobian: for each active parameter, a row for each number of\n$L,"
                        + " in this order.\n",
                signature.name(),
                outputs.stream()
                        .map(output -> "{@code " + output.component() + "}")
                        .collect(Collectors.joining(", ")));
    }
}
