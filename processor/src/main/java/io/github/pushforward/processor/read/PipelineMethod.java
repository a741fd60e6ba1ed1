package io.github.pushforward.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The method made for one pipeline: its variables, and the surroundings in which parts of the source are read into it. */
final class PipelineMethod {
    private final Callee callee;
    private final Pipeline pipeline;
    private final BodyContext home;
    private final Locals locals;
    private final PipelineArguments.Parameters parameters;
    private final Deprecations deprecations;
    private final int depth;

    /** @param home the surroundings where the pipeline is written */
    PipelineMethod(Callee callee, Pipeline pipeline, PipelineArguments arguments, BodyContext home) {
        this.callee = callee;
        this.pipeline = pipeline;
        this.home = home;
        this.locals = new Locals(callee.owner());
        this.deprecations = new Deprecations(home.functionTypes().elements());
        this.depth = pipeline.closures().stream()
                .mapToInt(function -> function.code().depth())
                .max()
                .orElse(home.situation().depth());
        reserveNames();
        this.parameters = arguments.declaredBy(locals);
    }

    /** What functions declare in their bodies must not meet a variable of the method. */
    private void reserveNames() {
        for (Closure function : pipeline.closures()) {
            if (function.code().tree() instanceof LambdaExpressionTree lambda) {
                DeclaredNames.in(lambda.getBody()).forEach(locals::freshName);
            }
        }
        for (Pipeline.Argument argument : pipeline.arguments()) {
            DeclaredNames.in(argument.tree()).forEach(locals::freshName);
        }
    }

    /** @param code what it is made of */
    Method read(Tree code, Reporter reporter) {
        Stmt.Block body = new PipelineBody(pipeline, this, new PipelineFunctions(this, reporter)).read();
        Span span = Positions.spanOf(code, home.file());
        Set<String> lints = Lints.of(home.situation().member(), home.file(), home.enclosing(), deprecations);
        return new Method(
                callee,
                Access.PRIVATE,
                parameters.all().stream()
                        .map(local -> new Parameter(local, false, span))
                        .toList(),
                List.of(),
                body,
                Dispatch.NONE,
                locals,
                Lints.with(lints, body),
                span);
    }

    /** A new variable. */
    Local variable(String stem, Type type) {
        return locals.temporary(stem, type);
    }

    /** A value in a variable, which never changes; the one that it is in already, if its type is the same. */
    Local named(Expr value, Type type, String name, List<Stmt> out) {
        if (value instanceof Expr.Read read && read.type().equals(type)) {
            return read.local();
        }
        Local local = variable(name, type);
        out.add(new Stmt.Declare(local, value));
        return local;
    }

    /** A part of the source, as the method has it. */
    Expr part(Expr value) {
        return parameters.read(value);
    }

    /** What holds here what the given variables hold where the method is called. */
    Map<Local, Local> moves() {
        return parameters.moves();
    }

    /** The surroundings of the pipeline, read into the method. */
    BodyContext atHome() {
        return inside(home, moves());
    }

    /**
     * Somewhere in the source, read into the method.
     *
     * @param moves what holds here what variables hold there
     */
    BodyContext inside(BodyContext place, Map<Local, Local> moves) {
        ThisObject object = place.situation().object();
        Scope scope = place.scope().moved(moves);
        scope.open();
        return place.inside(
                place.callees().under(callee.rules()),
                place.self() == null ? null : moves.get(place.self()),
                scope,
                locals,
                deprecations,
                place.situation().inside(callee.variant(), depth, object == null ? null : object.moved(moves)));
    }
}
