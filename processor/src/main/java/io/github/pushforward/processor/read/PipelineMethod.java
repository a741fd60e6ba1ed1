package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The method made for one pipeline. Short functions are written down in its loop, with the elements for their parameters;
 * others become methods of their own.
 */
final class PipelineMethod {
    private final Callee callee;
    private final Pipeline pipeline;
    private final BodyContext home;
    private final Tree code;
    private final Reporter reporter;
    private final Locals locals;
    private final PipelineArguments.Parameters parameters;
    private final Deprecations deprecations;
    private final int depth;
    /** The variables that functions written down here declare themselves. */
    private final Set<String> declared = new HashSet<>();

    /** @param home the surroundings where the pipeline is written */
    PipelineMethod(
            Callee callee,
            Pipeline pipeline,
            PipelineArguments arguments,
            BodyContext home,
            Tree code,
            Reporter reporter) {
        this.callee = callee;
        this.pipeline = pipeline;
        this.home = home;
        this.code = code;
        this.reporter = reporter;
        this.locals = new Locals(callee.owner());
        this.deprecations = new Deprecations(home.functionTypes().elements());
        this.depth = pipeline.functions().stream()
                .mapToInt(function -> function.code().depth())
                .max()
                .orElse(home.situation().depth());
        // What functions declare in their bodies must not meet a variable of the method.
        for (Closure function : pipeline.functions()) {
            if (function.code().tree() instanceof LambdaExpressionTree lambda) {
                DeclaredNames.in(lambda.getBody()).forEach(locals::freshName);
            }
        }
        pipeline.arguments()
                .forEach(argument -> DeclaredNames.in(argument.tree()).forEach(locals::freshName));
        this.parameters = arguments.declaredBy(locals);
    }

    Method read() {
        Stmt.Block body = new PipelineBody(pipeline, this).read();
        Span span = Positions.spanOf(code, home.file());
        Set<String> lints = MethodReader.lints(home.situation().member(), home.file(), home.enclosing(), deprecations);
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
                MethodReader.withLintsOfRules(lints, body),
                span);
    }

    /** A new variable of the method. */
    Local variable(String stem, Type type) {
        return locals.temporary(stem, type);
    }

    /** A part of the source, as the method has it. */
    Expr part(Expr value) {
        return parameters.read(value);
    }

    /** An argument, where its turn has come. */
    Expr value(Pipeline.Argument argument) {
        BodyContext context = inside(argument.home(), parameters.moves());
        Expr value = returned(
                new BodyReader(context, argument.type(), reporter).readValue(argument.tree()), argument.type());
        if (value.subtree().stream().anyMatch(node -> mayThrowChecked(node, context))) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a call that declares exceptions, in an argument of a stream, is not supported in a @Differentiable method",
                    "put the argument into a variable before the stream",
                    argument.tree());
        }
        return value;
    }

    private static boolean mayThrowChecked(Expr node, BodyContext context) {
        if (!(node instanceof Expr.Call call)) {
            return node instanceof Expr.NewObject;
        }
        return context.members().classOf(call.callee().owner()).stream()
                .flatMap(owner -> context.names().methods(owner, call.callee().name()).stream())
                .anyMatch(method -> !method.getThrownTypes().isEmpty());
    }

    /** The value of a function of elements. */
    Expr apply(Closure function, List<Local> arguments, Type result) {
        Tree tree = function.code().tree();
        if (tree instanceof LambdaExpressionTree lambda
                && lambda.getBody() instanceof ExpressionTree body
                && isWrittenHere(function)) {
            BodyContext context = inside(function, lambda, arguments);
            return returned(new BodyReader(context, result, reporter).readValue(body), result);
        }
        if (tree instanceof MemberReferenceTree reference && isWrittenHere(function)) {
            BodyContext context = inside(function);
            return returned(new BodyReader(context, result, reporter).readReference(reference, arguments), result);
        }
        return called(function, arguments);
    }

    /** What a function does with an element for its effect. */
    List<Stmt> run(Closure function, List<Local> arguments) {
        Tree tree = function.code().tree();
        if (tree instanceof LambdaExpressionTree lambda && isWrittenHere(function)) {
            BodyReader reader = new BodyReader(inside(function, lambda, arguments), Primitive.VOID, reporter);
            Stmt.Block body = lambda.getBody() instanceof BlockTree block
                    ? reader.readAll(block.getStatements())
                    : reader.readValue((ExpressionTree) lambda.getBody());
            return body.statements();
        }
        if (tree instanceof MemberReferenceTree reference && isWrittenHere(function)) {
            return new BodyReader(inside(function), Primitive.VOID, reporter)
                    .readReference(reference, arguments)
                    .statements();
        }
        return List.of(new Stmt.Evaluate(called(function, arguments)));
    }

    /** What to call an element that a function takes. */
    static String parameterName(Closure function, int index, String otherwise) {
        if (function.code().tree() instanceof LambdaExpressionTree lambda) {
            String name = lambda.getParameters().get(index).getName().toString();
            return name.isEmpty() ? otherwise : name;
        }
        return otherwise;
    }

    private static Expr returned(Stmt.Block block, Type type) {
        return block.statements().stream()
                .filter(Stmt.Return.class::isInstance)
                .map(statement -> ((Stmt.Return) statement).value())
                .findFirst()
                // Refused and reported: the method is given up.
                .orElseGet(() -> NumericTypes.defaultValue(type));
    }

    private Expr called(Closure function, List<Local> arguments) {
        List<Expr> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(argument.read()));
        BodyContext context = inside(home, parameters.moves());
        return new ExpressionReader(context)
                .closureCalls()
                .applied(
                        function.moved(parameters.moves()),
                        values,
                        function.code().tree());
    }

    /**
     * Whether the code of a function can stand in the loop: it has no way to leave it, does not assign to its parameters, and
     * declares nothing under a name that another function here declares as well.
     */
    private boolean isWrittenHere(Closure function) {
        if (!InlineCode.isInline(function)) {
            return false;
        }
        Set<String> names = InlineCode.declaredNames(function.code().tree());
        return Collections.disjoint(declared, names) && (names.isEmpty() || declared.addAll(names));
    }

    private BodyContext inside(Closure function, LambdaExpressionTree lambda, List<Local> arguments) {
        BodyContext context = inside(function);
        for (int i = 0; i < arguments.size(); i++) {
            String name = lambda.getParameters().get(i).getName().toString();
            context.scope().declare(name, arguments.get(i));
        }
        return context;
    }

    private BodyContext inside(Closure function) {
        Map<Local, Local> moves = new HashMap<>();
        List<Local> captures = function.code().captures();
        for (int i = 0; i < captures.size(); i++) {
            moves.put(
                    captures.get(i), parameters.moves().get(function.captured().get(i)));
        }
        return inside(function.code().home(), moves);
    }

    /** Somewhere in the source, read into this method. */
    private BodyContext inside(BodyContext place, Map<Local, Local> moves) {
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
