package io.github.pushforward.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Streams over numbers become calls of methods with a loop, made for them: what their functions capture becomes parameters,
 * so that nothing after the reader needs to know of streams.
 */
final class Pipelines {
    private final BodyContext context;
    private final ExpressionReader expressions;

    Pipelines(BodyContext context, ExpressionReader expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** The call of the method with the loop; nothing where the expression is no stream, or none that needs one. */
    Optional<Expr> read(MethodInvocationTree tree) {
        return PipelineSyntax.of(tree, context)
                .flatMap(syntax -> new PipelineReader(context, expressions).read(syntax))
                .map(pipeline -> call(pipeline, tree));
    }

    private Expr call(Pipeline pipeline, MethodInvocationTree tree) {
        PipelineArguments arguments = PipelineArguments.of(pipeline);
        Situation situation = context.situation();
        List<Type> types = arguments.values().stream().map(Expr::type).toList();
        String functions =
                pipeline.closures().stream().map(closure -> closure.code().id()).collect(Collectors.joining(","));
        String variant = situation.variants().idOf(tree, situation.variant() + "(" + functions + ")");
        Callee callee = Callee.specialized(
                situation.target(),
                pipeline.name(),
                types,
                pipeline.result(),
                context.callees().rules(),
                variant);
        BodyContext home = context.snapshot();
        situation.variants().add(callee, (asked, reporter) -> {
            try {
                PipelineMethod method = new PipelineMethod(asked, pipeline, arguments, home);
                return Optional.of(method.read(tree, reporter)).filter(read -> reporter.isEmpty());
            } catch (Refusal refusal) {
                refusal.reportTo(reporter);
                return Optional.empty();
            }
        });
        return new Expr.Call(
                callee, arguments.values(), context.span(pipeline.last().place()));
    }
}
