package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Try;

/** A {@code try} as source. */
final class TryCode {
    private final ExpressionCode expressions;
    private final JavaCode statements;

    TryCode(ExpressionCode expressions, JavaCode statements) {
        this.expressions = expressions;
        this.statements = statements;
    }

    CodeBlock of(Try statement) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (statement.resources().isEmpty()) {
            code.beginControlFlow("try");
        } else {
            code.beginControlFlow(
                    "try ($L)",
                    statement.resources().stream().map(this::resource).collect(CodeBlock.joining(";$W")));
        }
        code.add(statements.sequence(statement.body().statements()));
        for (Try.Catch handler : statement.catches()) {
            CodeBlock types = handler.types().stream()
                    .map(type -> CodeBlock.of("$T", TypeNames.of(type)))
                    .collect(CodeBlock.joining(" | "));
            code.nextControlFlow("catch ($L $N)", types, handler.exception().name())
                    .add(statements.sequence(handler.body().statements()));
        }
        if (statement.last() != null) {
            code.nextControlFlow("finally")
                    .add(statements.sequence(statement.last().statements()));
        }
        return code.endControlFlow().build();
    }

    private CodeBlock resource(Stmt resource) {
        return resource instanceof Stmt.Declare declare
                ? CodeBlock.of("$T $L", TypeNames.of(declare.local().type()), statements.declarator(declare))
                : expressions.of(((Stmt.Evaluate) resource).expression());
    }
}
