package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods that begin with the parameters of an original, and are as visible. */
final class OriginalSignature {
    private final Method source;

    OriginalSignature(Method source) {
        this.source = source;
    }

    String name() {
        return source.name();
    }

    Modifier[] access() {
        return SiblingClass.modifiers(source.access());
    }

    MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(access())
                .addModifiers(Modifier.STATIC)
                .addParameters(parameters())
                .returns(result);
    }

    /** A method that runs the original, and may throw what that does. */
    MethodSpec.Builder running(String name, TypeName result) {
        return method(name, result).addExceptions(thrown(source));
    }

    static List<TypeName> thrown(Method method) {
        return method.thrown().stream().map(TypeNames::of).toList();
    }

    List<ParameterSpec> parameters() {
        return source.parameters().stream()
                .map(Parameter::local)
                .map(local -> ParameterSpec.builder(TypeNames.of(local.type()), local.name())
                        .build())
                .toList();
    }

    CodeBlock arguments() {
        return source.parameters().stream()
                .map(parameter -> CodeBlock.of("$N", parameter.local().name()))
                .collect(CodeBlock.joining(",$W"));
    }
}
