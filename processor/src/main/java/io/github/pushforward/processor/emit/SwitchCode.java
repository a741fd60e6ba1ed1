package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.Pattern;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Yield;
import java.util.List;

/** A {@code switch} as source, up to its closing brace. */
final class SwitchCode {
    private final ExpressionCode expressions;
    private final JavaCode statements;

    SwitchCode(ExpressionCode expressions, JavaCode statements) {
        this.expressions = expressions;
        this.statements = statements;
    }

    CodeBlock of(Switch statement) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("switch ($L) {\n", expressions.of(statement.selector()))
                .indent();
        for (Switch.Case branch : statement.cases()) {
            code.add(statement.arrows() ? arrow(branch) : group(branch));
        }
        return code.unindent().add("}").build();
    }

    private CodeBlock group(Switch.Case branch) {
        return CodeBlock.builder()
                .add("$L:\n", header(branch))
                .indent()
                .add(statements.sequence(branch.body().statements()))
                .unindent()
                .build();
    }

    private CodeBlock arrow(Switch.Case branch) {
        List<Stmt> body = branch.body().statements();
        if (body.size() == 1 && body.get(0) instanceof Yield yield) {
            return CodeBlock.of("$L -> $L;\n", header(branch), expressions.of(yield.value()));
        }
        boolean isShort =
                body.size() == 1 && (body.get(0) instanceof Stmt.Evaluate || body.get(0) instanceof Stmt.Throw);
        return isShort
                ? CodeBlock.of("$L -> $L", header(branch), statements.sequence(body))
                : CodeBlock.builder()
                        .add("$L -> {\n", header(branch))
                        .indent()
                        .add(statements.sequence(body))
                        .unindent()
                        .add("}\n")
                        .build();
    }

    private CodeBlock header(Switch.Case branch) {
        boolean isDefault = branch.labels().equals(List.of(new CaseLabel.Default()));
        if (isDefault) {
            return CodeBlock.of("default");
        }
        CodeBlock labels = branch.labels().stream().map(this::label).collect(CodeBlock.joining(", "));
        return branch.guard() == null
                ? CodeBlock.of("case $L", labels)
                : CodeBlock.of("case $L when $L", labels, expressions.of(branch.guard()));
    }

    private CodeBlock label(CaseLabel label) {
        if (label instanceof CaseLabel.Constant constant) {
            return expressions.of(constant.value());
        }
        if (label instanceof CaseLabel.EnumConstant constant) {
            return CodeBlock.of("$N", constant.name());
        }
        if (label instanceof CaseLabel.Matching matching) {
            return pattern(matching.pattern());
        }
        return CodeBlock.of(label instanceof CaseLabel.Null ? "null" : "default");
    }

    private CodeBlock pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Deconstruction record) {
            CodeBlock components =
                    record.components().stream().map(this::pattern).collect(CodeBlock.joining(", "));
            return CodeBlock.of("$T($L)", TypeNames.of(record.type()), components);
        }
        if (pattern instanceof Pattern.Binding binding) {
            String name = binding.variable() == null ? "_" : binding.variable().name();
            return binding.isInferred()
                    ? CodeBlock.of("var $L", name)
                    : CodeBlock.of("$T $L", TypeNames.of(binding.type()), name);
        }
        return CodeBlock.of("_");
    }
}
