package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.List;

/** What the constructor of a flat view takes: as the original, but for plain functions, which are constants in their dual form to it. */
final class ViewSignature {
    private final Sibling.Tangent tangent;

    ViewSignature(Sibling.Tangent tangent) {
        this.tangent = tangent;
    }

    private List<Parameter> original() {
        return tangent.source().parameters();
    }

    Type type(Parameter parameter) {
        return isConstantFunction(parameter)
                ? parameter.local().type().tangentType()
                : parameter.local().type();
    }

    /** Whether the tangent method takes the dual form where the plain function is given. */
    private boolean isConstantFunction(Parameter parameter) {
        int index = original().indexOf(parameter);
        return parameter.local().type() instanceof FunctionType function
                && tangent.tangent().parameters().get(index).local().type().equals(function.dual());
    }

    List<ParameterSpec> parameters() {
        return original().stream()
                .map(parameter -> ParameterSpec.builder(
                                TypeNames.of(type(parameter)), parameter.local().name())
                        .build())
                .toList();
    }

    /** The arguments where a method with the parameters of the original makes the view. */
    CodeBlock arguments() {
        return original().stream().map(this::argument).collect(CodeBlock.joining(",$W"));
    }

    /** The statement that makes the view, where a method with the parameters of the original needs it. */
    CodeBlock newView(ClassName view, String variable) {
        return CodeBlock.builder()
                .addStatement("$1T $2N = new $1T($3L)", view, variable, arguments())
                .build();
    }

    private CodeBlock argument(Parameter parameter) {
        String name = parameter.local().name();
        return isConstantFunction(parameter)
                ? CodeBlock.of(
                        "$T.constant($N)",
                        TypeNames.of(
                                ((FunctionType) parameter.local().type()).dual().erased()),
                        name)
                : CodeBlock.of("$N", name);
    }
}
