package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The methods that make the tangents of constant objects of one class: zeros in their shape. */
final class ZeroTangents {
    /** How layouts call the forms of an object, by the rank of the array. */
    private static final String[] LAYOUTS = {"OBJECT", "ARRAY", "ROWS"};

    private static final String[] DESCRIPTIONS = {
        "The tangent of a constant {@code $L}.\n",
        "The tangents of an array of constant {@code $L}.\n",
        "The tangents of arrays of constant {@code $L}.\n"
    };

    private final Aggregate aggregate;
    private final Access access;
    private final TangentForm form;

    ZeroTangents(Aggregate aggregate, Access access, TangentForm form) {
        this.aggregate = aggregate;
        this.form = form;
        // The methods of an interface are public.
        this.access = aggregate.form() == Aggregate.Form.INTERFACE ? Access.PUBLIC : access;
    }

    void addTo(TypeSpec.Builder type) {
        for (int rank = 0; rank < LAYOUTS.length; rank++) {
            type.addMethod(method(rank));
        }
    }

    private MethodSpec method(int rank) {
        ClassName tangent = form.classOf(aggregate.type());
        TypeName result = tangent;
        TypeName parameter = TypeNames.of(aggregate.type());
        for (int i = 0; i < rank; i++) {
            result = ArrayTypeName.of(result);
            parameter = ArrayTypeName.of(parameter);
        }
        String name = rank == 0 ? "value" : "values";
        MethodSpec.Builder code = MethodSpec.methodBuilder("zeros")
                .addModifiers(SiblingClass.modifiers(access))
                .addModifiers(Modifier.STATIC)
                .returns(result)
                .addParameter(parameter, name)
                .addJavadoc(
                        DESCRIPTIONS[rank], String.join(".", aggregate.type().simpleNames()));
        if (rank == 0 && isOfValues()) {
            CodeBlock parts = aggregate.all().stream().flatMap(this::zeros).collect(CodeBlock.joining(",$W"));
            return code.addStatement("return $N == null ? null : new $T($L)", name, tangent, parts)
                    .build();
        }
        return code.addStatement(
                        "return $T.zeros($L).tangent($N, $T.$L)",
                        TypeNames.FLAT_READER,
                        form.isSingle() ? "" : form.directions(),
                        name,
                        tangent.nestedClass("Layout"),
                        LAYOUTS[rank])
                .build();
    }

    /** Whether nothing in the object can be shared with another. */
    private boolean isOfValues() {
        return aggregate.isConcrete()
                && aggregate.subclasses().isEmpty()
                && aggregate.all().stream()
                        .map(Aggregate.Component::type)
                        .allMatch(type -> type.tangentType().isFloating() || !type.isMutable());
    }

    private Stream<CodeBlock> zeros(Aggregate.Component component) {
        return form.parts(component).stream().map(part -> zero(component));
    }

    private CodeBlock zero(Aggregate.Component component) {
        Type type = component.type();
        if (type.tangentType().isFloating()) {
            return CodeBlock.of(type.tangentType() == Primitive.FLOAT ? "0.0f" : "0.0");
        }
        return CodeBlock.of("$T.zeros(value.$L)", form.classOf((ClassType) type), LayoutClass.read(component));
    }
}
