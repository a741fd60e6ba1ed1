package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Yield;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements as source. */
final class JavaCode implements Stmt.Visitor<CodeBlock> {
    private final ExpressionCode expressions;

    JavaCode(ExpressionCode expressions) {
        this.expressions = expressions;
    }

    /** The body of a method in the given class. */
    static CodeBlock of(Stmt.Block body, ClassType owner) {
        return new JavaCode(new ExpressionCode(owner)).sequence(body.statements());
    }

    CodeBlock sequence(List<Stmt> statements) {
        CodeBlock.Builder code = CodeBlock.builder();
        statements.forEach(statement -> code.add(statement.accept(this)));
        return code.build();
    }

    /** The statements between braces. */
    private CodeBlock inside(Stmt statement) {
        return sequence(statement instanceof Stmt.Block block ? block.statements() : List.of(statement));
    }

    /** Not a statement as JavaPoet has it: those cannot hold the lines of a {@code switch}. */
    private static CodeBlock line(String format, Object... arguments) {
        return CodeBlock.of(format + ";\n", arguments);
    }

    @Override
    public CodeBlock declare(Stmt.Declare declare) {
        Expr initializer = declare.initializer();
        if (initializer == null) {
            return line(
                    "$T $N",
                    TypeNames.of(declare.local().type()),
                    declare.local().name());
        }
        String modifier = declare.local().isFinal() ? "final " : "";
        return line("$L$T $L", modifier, TypeNames.of(declare.local().type()), declarator(declare));
    }

    CodeBlock declarator(Stmt.Declare declare) {
        Expr initializer = declare.initializer();
        return initializer == null
                ? CodeBlock.of("$N", declare.local().name())
                : CodeBlock.of("$N = $L", declare.local().name(), expressions.ofInitializer(initializer));
    }

    @Override
    public CodeBlock evaluate(Stmt.Evaluate evaluate) {
        return line("$L", expressions.of(evaluate.expression()));
    }

    @Override
    public CodeBlock block(Stmt.Block block) {
        if (block.statements().isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .add("{\n")
                .indent()
                .add(sequence(block.statements()))
                .unindent()
                .add("}\n")
                .build();
    }

    @Override
    public CodeBlock branch(Stmt.If branch) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if ($L)", expressions.of(branch.condition()))
                .add(inside(branch.then()));
        Stmt otherwise = branch.otherwise();
        while (otherwise instanceof Stmt.If next) {
            code.nextControlFlow("else if ($L)", expressions.of(next.condition()))
                    .add(inside(next.then()));
            otherwise = next.otherwise();
        }
        if (otherwise != null) {
            code.nextControlFlow("else").add(inside(otherwise));
        }
        return code.endControlFlow().build();
    }

    private CodeBlock braces(Stmt body, String format, Object... arguments) {
        return CodeBlock.builder()
                .beginControlFlow(format, arguments)
                .add(inside(body))
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock whileLoop(Stmt.While loop) {
        return braces(loop.body(), "while ($L)", expressions.of(loop.condition()));
    }

    @Override
    public CodeBlock doWhile(Stmt.DoWhile loop) {
        return CodeBlock.builder()
                .beginControlFlow("do")
                .add(inside(loop.body()))
                .endControlFlow("while ($L)", expressions.of(loop.condition()))
                .build();
    }

    @Override
    public CodeBlock forLoop(Stmt.For loop) {
        CodeBlock condition = loop.condition() == null ? CodeBlock.of("") : expressions.of(loop.condition());
        CodeBlock update = loop.update().stream().map(expressions::of).collect(CodeBlock.joining(", "));
        return braces(loop.body(), "for ($L; $L; $L)", header(loop.init()), condition, update);
    }

    private CodeBlock header(List<Stmt> init) {
        List<CodeBlock> parts = new ArrayList<>();
        for (Stmt statement : init) {
            if (statement instanceof Stmt.Declare declare) {
                parts.add(
                        parts.isEmpty()
                                ? CodeBlock.of(
                                        "$T $L", TypeNames.of(declare.local().type()), declarator(declare))
                                : declarator(declare));
            } else {
                parts.add(expressions.of(((Stmt.Evaluate) statement).expression()));
            }
        }
        return parts.stream().collect(CodeBlock.joining(", "));
    }

    @Override
    public CodeBlock giveBack(Stmt.Return statement) {
        return statement.value() == null ? line("return") : line("return $L", expressions.of(statement.value()));
    }

    @Override
    public CodeBlock leave(Stmt.Break statement) {
        return jump("break", statement.label());
    }

    @Override
    public CodeBlock goOn(Stmt.Continue statement) {
        return jump("continue", statement.label());
    }

    private static CodeBlock jump(String keyword, @Nullable String label) {
        return label == null ? line(keyword) : line("$L $N", keyword, label);
    }

    @Override
    public CodeBlock labeled(Stmt.Labeled labeled) {
        CodeBlock body = labeled.body().accept(this);
        return CodeBlock.of("$N:\n$L", labeled.label(), body.isEmpty() ? CodeBlock.of("{\n}\n") : body);
    }

    @Override
    public CodeBlock forEach(Stmt.ForEach loop) {
        return braces(
                loop.body(),
                "for ($T $N : $L)",
                TypeNames.of(loop.variable().type()),
                loop.variable().name(),
                expressions.of(loop.array()));
    }

    @Override
    public CodeBlock raise(Stmt.Throw statement) {
        return line("throw $L", expressions.of(statement.exception()));
    }

    @Override
    public CodeBlock check(Stmt.Assert statement) {
        CodeBlock condition = expressions.of(statement.condition());
        return statement.detail() == null
                ? line("assert $L", condition)
                : line("assert $L : $L", condition, expressions.of(statement.detail()));
    }

    @Override
    public CodeBlock select(Switch statement) {
        return CodeBlock.of("$L\n", new SwitchCode(expressions, this).of(statement));
    }

    @Override
    public CodeBlock give(Yield statement) {
        return line("yield $L", expressions.of(statement.value()));
    }

    @Override
    public CodeBlock attempt(Try statement) {
        return new TryCode(expressions, this).of(statement);
    }

    @Override
    public CodeBlock hold(Synchronized statement) {
        return braces(statement.body(), "synchronized ($L)", expressions.of(statement.lock()));
    }
}
